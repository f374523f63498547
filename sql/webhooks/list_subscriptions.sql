-- The organisation's subscriptions that are not deleted, oldest first. Row security leaves no others.
select district_code, id, url, types, state, failing_since, created_at, previous_secret_until, version,
       st_asgeojson(area, 8, 0)::json as "area"
  from subscription
 where district_code = :district_code and organisation_id = :organisation_id and state <> 'deleted'
 order by created_at, id
