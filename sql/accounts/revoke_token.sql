-- Ends a token for good. No row back: not the caller's.
update access_token set revoked_at = :wall where district_code = :district_code and id = :id and revoked_at is null
returning id
