-- Digs permitted or on the ground within 30 m of a home's building, nearest first: advice, never a bar to a sale.
select n.id as "id!", n.reference as "reference!", n.name as "name!", n.name_en, n.stage as "stage!", n.planned_to as "planned_to!",
       n.distance_m as "distance_m!"
  from dig_near_building n
  join home h on h.district_code = n.district_code and h.building_id = n.building_id
 where n.district_code = :district_code and h.id = :unit_id and n.distance_m <= 30
 order by n.distance_m, n.reference collate "C"
 limit 20
