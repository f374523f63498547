-- The clock over all stages of a dig while it is open, locked.
select id, state from clock
 where district_code = :district_code and subject_kind = 'project' and subject_id = :project_id and kind = 'approval.whole'
   and state in ('running', 'paused')
   for update
