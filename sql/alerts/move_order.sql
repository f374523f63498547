-- Moves a stop order only if it is still where the caller saw it. No row back: someone else moved it first.
update stop_order
   set status = :to::stop_order_status, acknowledged_at = :now, acknowledged_by = :person_id, updated_at = :now::timestamptz, version = version + 1
 where district_code = :district_code and id = :id and status = :from::stop_order_status and version = :version
returning version, status
