-- Takes an invitation back. No row back: not the caller's, or used already.
update invitation set withdrawn_at = :wall
 where district_code = :district_code and id = :id and used_at is null and withdrawn_at is null
returning id
