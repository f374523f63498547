-- The attempts of one delivery to the caller's organisation (row security), first one first.
select number, at, status, error, duration_ms
  from delivery_attempt
 where district_code = :district_code and delivery_id = :delivery_id
 order by number
