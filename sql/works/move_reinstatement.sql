-- Moves a reinstatement only if it is still where the caller saw it. No row back: someone else moved it first.
update reinstatement
   set status = :to::reinstatement_status, permanent_area_m2 = :permanent_area_m2, made_permanent_at = :now, version = version + 1, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::reinstatement_status and version = :version
returning version, status
