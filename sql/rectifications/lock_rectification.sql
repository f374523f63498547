-- One rectification, locked, for a job. Its status once the lock is held.
select status from rectification where district_code = :district_code and id = :id for update
