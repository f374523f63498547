-- Forgets keys older than a moment.
delete from idempotency_key where district_code = :district_code and created_at < :before::timestamptz
