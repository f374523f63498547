-- The district's own permit authority, when no dated area names one: the oldest organisation of that kind.
select id, name_zh, name_en from organisation
 where district_code = :district_code and kind = 'authority'
 order by created_at, id limit 1
