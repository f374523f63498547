-- Whether any request was linked to this one. No row: none.
select id from petition where district_code = :district_code and duplicate_of_id = :id limit 1
