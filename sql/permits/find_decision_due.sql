-- The running decision clock of a permit: its last day, and the last lawful one.
select due_on, coalesce(statutory_due_on, due_on) as "lawful_until!" from clock
 where district_code = :district_code and subject_kind = 'permit' and subject_id = :id
   and kind in ('permit.decision', 'permit.decision_joint') and state = 'running'
 limit 1
