-- These events of a district as a subscriber's eligibility needs them, oldest first; `shape` is the geometry as hex EWKB.
select district_code, id, type, subject_kind, subject_id, subject_version, organisation_id, promoter_id, utility_id, registry_id, is_personal,
       encode(st_asewkb(geom), 'hex') as "shape"
  from event
 where district_code = :district_code and id = any (:event_ids::uuid[])
 order by recorded_at, id
