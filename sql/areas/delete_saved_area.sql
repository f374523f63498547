-- Removes a saved area of the caller's organisation. No row back: it is not theirs, or not there.
delete from saved_area where district_code = :district_code and id = :id and organisation_id = :organisation_id returning name
