-- What was answered to a request with this key.
select request_hash, status, body, location from idempotency_key
 where district_code = :district_code and organisation_id = :organisation_id and key = :key
