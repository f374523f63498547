-- Stores the folded status of a case. No row back: it was so already.
update transfer_case
   set status = :status::transfer_status, version = version + 1, updated_at = :now,
       finished_at = case when :status::transfer_status in ('completed', 'completed_with_exceptions', 'cancelled') then coalesce(finished_at, :now) end
 where district_code = :district_code and id = :id and status <> :status::transfer_status
returning version
