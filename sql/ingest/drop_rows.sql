-- Takes staged rows out that a later check refused.
delete from import_row
 where district_code = :district_code and import_id = :import_id and number = any (:numbers::bigint[])
