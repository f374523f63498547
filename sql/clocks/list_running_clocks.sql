-- The running clocks of these kinds on one subject, locked, with what their last days are counted from.
select district_code, id, unit, started_at, statutory_limit, promised_limit, limit_months, due_on
  from clock
 where district_code = :district_code and subject_kind = :subject_kind and subject_id = :subject_id
   and kind = any (:kinds::text[]) and state = 'running'
 order by id
   for update
