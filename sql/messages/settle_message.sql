-- What became of a message: sent, delivered or failed with its receipt, or queued again for later.
update message
   set state = :state, next_at = :next_at, receipt = :receipt::jsonb,
       sent_at = case when :state::text in ('sent', 'delivered') then :now::timestamptz end
 where district_code = :district_code and id = :id and state = 'queued'
returning id
