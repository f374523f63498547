-- A reaction failed: try again later, and remember why.
update outbox set attempts = attempts + 1, next_at = :next_at, last_error = :error where district_code = :district_code and event_id = :event_id and done_at is null
