-- Pushes and callbacks of one leg, oldest first.
select direction, kind, key, outcome, at
  from leg_message
 where district_code = :district_code and leg_id = :leg_id
 order by at, id
 limit 200
