-- Notes that a precheck brought no verdict and when to ask again; the status stays.
update transfer_leg
   set reason_code = :reason_code, reason_detail = :reason_detail, next_at = :next_at, version = version + 1, updated_at = :now
 where district_code = :district_code and id = :id and status = 'precheck_requested' and version = :version
returning version
