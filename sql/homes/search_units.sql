-- Homes whose label contains the words, or whose unit code begins with them; exact ones first.
select district_code, id, building_id, unit_code, entrance, floor, room, label, area_m2
  from home_unit
 where district_code = :district_code and (label ilike :like or unit_code like :prefix)
 order by (label = :exact or unit_code = :exact) desc, label collate "C", id
 limit :limit::int
