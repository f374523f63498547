-- Ends a subscription for good, if it is still as the caller saw it. Its sealed secrets go. No row back: someone else was first.
update subscription
   set state = 'deleted', secret_sealed = '', previous_secret_sealed = null, previous_secret_until = null, version = version + 1
 where district_code = :district_code and id = :id and state <> 'deleted' and version = :version
returning version
