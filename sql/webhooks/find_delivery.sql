-- One delivery to the caller's organisation (row security).
select district_code, id, state from delivery where district_code = :district_code and id = :id
