-- The rectification that came of a visit, if one did.
select id from rectification where district_code = :district_code and inspection_id = :inspection_id
