-- Legs of sales as the caller may see them: the registry all of its own, a utility those addressed to it.
select id as "id!", case_id as "case_id!", case_reference as "case_reference!", kind as "kind!", status as "status!", updated_at as "updated_at!"
  from home_sale_leg
 where district_code = :district_code and case_id = any (:ids::uuid[])
 order by case_id, kind
