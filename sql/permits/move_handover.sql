-- Moves a hand-over only if it is still where the caller saw it. No row back: someone else moved it first.
update handover
   set status = :to::handover_status, version = version + 1,
       signed_at = case when :to::handover_status = 'signed' then :now::timestamptz else signed_at end,
       signed_by = case when :to::handover_status = 'signed' then :signed_by::uuid else signed_by end, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::handover_status and version = :version
returning version, status
