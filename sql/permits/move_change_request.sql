-- Moves a change or a renewal only if it is still where the caller saw it. No row back: someone else moved it first.
update change_request
   set status = :to::change_request_status,
       version = version + 1,
       submitted_at = case when :to::change_request_status = 'submitted' then :now::timestamptz else submitted_at end,
       accepted_at = case when :to::change_request_status = 'application_accepted' then :now::timestamptz else accepted_at end,
       decided_at = case when :to::change_request_status in ('granted', 'refused', 'deemed_renewed') then :now::timestamptz else decided_at end,
       decision_reason = coalesce(:reason, decision_reason),
       updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::change_request_status and version = :version
returning version, status
