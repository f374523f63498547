-- Ends the open pause of a clock.
update clock_pause set resumed_at = :now where district_code = :district_code and clock_id = :clock_id and resumed_at is null
