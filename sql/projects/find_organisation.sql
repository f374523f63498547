-- The name of an organisation by its key.
select district_code, id, kind, name_zh, name_en from organisation where district_code = :district_code and id = :id
