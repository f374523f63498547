-- Ends a blackout period early, from a day on, only if it is still as the caller saw it and not over. No row back: someone else was first.
update blackout
   set ended_on = :day::date, end_reason = :reason, updated_at = :now, version = version + 1
 where district_code = :district_code and id = :id and version = :version and upper(period) > :day::date
returning version
