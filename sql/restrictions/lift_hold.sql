-- Lifts a hold, only if it stands and is as the caller saw it. No row back: someone else was first.
update hold
   set lifted_at = :now, lift_reason = :reason, version = version + 1
 where district_code = :district_code and id = :id and version = :version and lifted_at is null
returning version
