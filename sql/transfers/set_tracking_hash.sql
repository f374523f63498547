-- A new link for the buyer; the one before stops working.
update transfer_case set tracking_hash = :tracking_hash, version = version + 1, updated_at = :now
 where district_code = :district_code and id = :id
returning version
