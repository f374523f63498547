-- An organisation whose people may take applications in: an authority, or no row.
select id, name_zh, name_en from organisation where district_code = :district_code and id = :id and kind = 'authority'
