-- Takes the oldest import that waits, or whose reader died (its lease ran out). Nobody else takes it while the lease is renewed.
update import_job
   set status = 'running', started_at = coalesce(started_at, :now), leased_until = :until, attempts = attempts + 1, version = version + 1
 where district_code = :district_code
   and id = (select j.id from import_job j
              where j.district_code = :district_code and (j.status = 'queued' or (j.status = 'running' and j.leased_until < :wall))
              order by j.created_at, j.id
              limit 1
                for update skip locked)
returning district_code, id, organisation_id, person_id, target, layer_name, layer_audience, source_layer, file_name, file_sha256, store_key, crs,
          encoding, mapping, mode, attempts, version
