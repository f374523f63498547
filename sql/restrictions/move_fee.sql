-- Moves a fee only if it is still where the caller saw it. No row back: someone else moved it first.
update permit_fee
   set status = :to::permit_fee_status, receipt = :receipt, waiver_reason = :waiver_reason, waiver_basis = :waiver_basis, closed_at = :now,
       version = version + 1, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::permit_fee_status and version = :version
returning version, status
