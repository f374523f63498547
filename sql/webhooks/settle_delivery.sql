-- Ends an attempt: sent, failed for good, or pending until :next_at. Only while the attempt still holds its lease; else no row.
update delivery
   set state = :state, next_at = coalesce(:next_at::timestamptz, next_at), leased_until = null, last_status = :status, last_error = :error,
       sent_at = :sent_at
 where district_code = :district_code and id = :id and state = 'pending' and attempts = :attempt
returning id
