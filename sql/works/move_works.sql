-- Moves works only if they are still where the caller saw them. No row back: someone else moved them first.
update works
   set status = :to::works_status,
       version = version + 1,
       started_at = case when :to::works_status = 'in_progress' and started_at is null then :now::timestamptz else started_at end,
       suspended_at = case when :to::works_status = 'suspended' then :now::timestamptz else null end,
       suspension_reason = case when :to::works_status = 'suspended' then :reason::text else null end,
       completed_at = case when :to::works_status = 'completed' then :now::timestamptz else completed_at end,
       passed_at = case when :to::works_status = 'passed' then :now::timestamptz else passed_at end,
       guarantee_from = coalesce(:guarantee_from::date, guarantee_from),
       guarantee_to = coalesce(:guarantee_to::date, guarantee_to),
       inspection_called_on = coalesce(:inspection_called_on::date, inspection_called_on),
       closed_at = case when :to::works_status = 'closed' then :now::timestamptz else closed_at end,
       updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::works_status and version = :version
returning version, status
