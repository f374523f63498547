-- The last day of the running decision clock of a permit.
select due_on from clock
 where district_code = :district_code and subject_kind = 'permit' and subject_id = :id and kind = 'permit.decision' and state = 'running'
 limit 1
