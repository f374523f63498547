-- A callback that came before with this key.
select kind, outcome
  from leg_message
 where district_code = :district_code and leg_id = :leg_id and direction = 'in' and key = :key
 order by at
 limit 1
