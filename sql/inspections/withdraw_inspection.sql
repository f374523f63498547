-- Withdraws a visit once, with its reason; what was recorded stays. No row back: someone else was first.
update inspection
   set withdrawn_at = :now, withdrawn_reason = :reason, version = version + 1
 where district_code = :district_code and id = :id and withdrawn_at is null and version = :version
returning version
