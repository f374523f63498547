-- Forgets what an import staged.
delete from import_row where district_code = :district_code and import_id = :import_id
