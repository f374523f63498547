-- One subscription of the caller's organisation (row security), deleted ones excepted.
select district_code, id, url, types, state, failing_since, created_at, previous_secret_until, version,
       st_asgeojson(area, 8, 0)::json as "area"
  from subscription
 where district_code = :district_code and id = :id and state <> 'deleted'
