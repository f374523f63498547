-- The special procedures of one permit, oldest first: what its file says of the days that were not counted.
select kind, expected_until, reason, started_at, ended_at from special_procedure
 where district_code = :district_code and permit_id = :permit_id
 order by started_at, id
