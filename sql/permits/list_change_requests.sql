-- What was asked of one permit, newest first.
select district_code, id, permit_id, project_id, reference, kind, status, reason, valid_from, valid_to, authority_id, promoter_id, contractor_id,
       submitted_at, accepted_at, decided_at, decision_reason, version, st_asgeojson(geom, 8, 0)::json as "geometry?"
  from change_request where district_code = :district_code and permit_id = :permit_id
 order by created_at desc, reference desc limit 100
