-- By when the works of a construction permit must begin, while that is still to be kept.
select due_on from clock
 where district_code = :district_code and subject_kind = 'permit' and subject_id = :id and kind = 'permit.start' and state = 'running'
 limit 1
