-- A person's tokens that still work, newest first.
select district_code, id, label, expires_at, created_at from access_token
 where district_code = :district_code and person_id = :person_id and revoked_at is null
 order by created_at desc, id limit 200
