-- Moves a request only if it is still where the caller saw it; what a move does not bring stays as it was. No row back: someone else moved it first.
update petition
   set status = :to::petition_status,
       version = version + 1,
       grade = coalesce(:grade::int, grade),
       grade_reason = case when :to::petition_status = 'graded' then :grade_reason::text else grade_reason end,
       round = round + case when :to::petition_status = 'dispatched' then 1 else 0 end,
       is_outside_duty = coalesce(:is_outside_duty::boolean, is_outside_duty),
       dispatcher_id = coalesce(:dispatcher_id::uuid, dispatcher_id),
       unit_id = coalesce(:unit_id::uuid, unit_id),
       judge_id = coalesce(:judge_id::uuid, judge_id),
       duplicate_of_id = coalesce(:duplicate_of_id::uuid, duplicate_of_id),
       said = case when :to::petition_status = 'dispatched' then null else said end,
       said_at = case when :to::petition_status = 'dispatched' then null else said_at end,
       first_answered_at = case when :to::petition_status = 'answered' then coalesce(first_answered_at, :now::timestamptz) else first_answered_at end,
       closed_at = case when :to::petition_status = 'closed' then :now::timestamptz else closed_at end,
       updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::petition_status and version = :version
returning version, status
