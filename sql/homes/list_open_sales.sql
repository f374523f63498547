-- The caller's own open sales among the homes of a building (row security: the registry that runs them).
select s.unit_id as "unit_id!", s.id as "id!", s.status as "status!"
  from home_sale s
  join home h on h.district_code = s.district_code and h.id = s.unit_id
 where s.district_code = :district_code and h.building_id = :building_id and not s.is_past
