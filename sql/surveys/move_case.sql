-- Moves a case only if it is still where the caller saw it. No row back: someone else moved it first.
update overdig_case
   set status = :to::overdig_case_status, outcome = :outcome, reason = :reason, version = version + 1, closed_at = :now, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::overdig_case_status and version = :version
returning version, status
