-- Moves a case only if it is still where the caller saw it. No row back: someone else moved it first.
update emergency_case
   set status = :to::emergency_case_status, version = version + 1, closed_at = :now, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::emergency_case_status and version = :version
returning version, status
