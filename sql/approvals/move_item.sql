-- Moves an approval item only if it is still where the caller saw it. No row back: someone else moved it first.
update approval_item
   set status = :to::approval_status, version = version + 1,
       document_no = coalesce(:document_no, document_no),
       reason = case when :to::approval_status = 'refused' then :reason else null end,
       asked_at = case when :to::approval_status = 'asked' then :now::timestamptz else asked_at end,
       answered_at = case when :to::approval_status in ('approved', 'refused') then :now::timestamptz end, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::approval_status and version = :version
returning version, status
