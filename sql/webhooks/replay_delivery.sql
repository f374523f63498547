-- Sends a delivery once more, from the first attempt on and with the same id. Not while it is still on its way.
update delivery
   set state = 'pending', attempts = 0, next_at = :at, leased_until = null, sent_at = null, last_error = null, last_status = null
 where district_code = :district_code and id = :id and state <> 'pending'
returning id
