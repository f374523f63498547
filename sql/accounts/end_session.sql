-- Ends a session for good.
update session set ended_at = :wall where district_code = :district_code and id = :id and ended_at is null
