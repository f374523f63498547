-- Turns a subscription on again that was switched off for failing. No row back: someone else was first.
update subscription
   set state = 'active', failing_since = null, version = version + 1
 where district_code = :district_code and id = :id and state = 'disabled' and version = :version
returning version
