-- Forgets the errors of an earlier try at the same import.
delete from import_error where district_code = :district_code and import_id = :import_id
