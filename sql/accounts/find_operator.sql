-- The operator's organisation, if there is one.
select id from organisation where district_code = :district_code and kind = 'operator' order by created_at, id limit 1
