-- Uses an invitation up, once. No row back: unknown, used, taken back or too old. A wrong secret rolls this back.
update invitation set used_at = :wall
 where district_code = :district_code and id = :id and used_at is null and withdrawn_at is null and expires_at > :wall::timestamptz
returning organisation_id, role, secret_hash
