-- Ends an account: sessions and tokens of a disabled person open nothing. No row back: not the caller's to end.
update person set disabled_at = :wall, version = version + 1
 where district_code = :district_code and id = :id and disabled_at is null
returning id
