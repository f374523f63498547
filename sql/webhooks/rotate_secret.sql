-- Puts a new secret in force and keeps the former one beside it until the given instant. No row back: someone else was first.
update subscription
   set previous_secret_sealed = secret_sealed, previous_secret_until = :until, secret_sealed = :secret_sealed, version = version + 1
 where district_code = :district_code and id = :id and state <> 'deleted' and version = :version
returning version
