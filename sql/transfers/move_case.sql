-- Moves a case only if it is still where the mover saw it, with the fact of the move; the fold corrects the status after it.
update transfer_case
   set status = :to::transfer_status, version = version + 1, updated_at = :now,
       certificate_no = coalesce(:certificate_no, certificate_no), entered_at = coalesce(:entered_at, entered_at),
       cancel_reason = coalesce(:cancel_reason, cancel_reason),
       finished_at = case when :to::transfer_status = 'cancelled' then :now::timestamptz end
 where district_code = :district_code and id = :id and status = :from::transfer_status and version = :version
returning version
