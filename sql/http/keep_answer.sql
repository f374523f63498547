-- Keeps the first answer for repeats.
update idempotency_key set status = :status, body = :body, location = :location
 where district_code = :district_code and organisation_id = :organisation_id and key = :key and status is null
