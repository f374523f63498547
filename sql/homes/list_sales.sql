-- Sales by id as the caller may see them, newest first.
select id as "id!", reference as "reference!", status as "status!", opened_at as "opened_at!", entered_at, finished_at
  from home_sale
 where district_code = :district_code and id = any (:ids::uuid[])
 order by opened_at desc, id
