-- A promoter of the district, by its key.
select id from organisation where district_code = :district_code and id = :id and kind = 'promoter'
