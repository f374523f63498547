-- Digs permitted or on the ground within 30 m of a building, nearest first.
select id as "id!", reference as "reference!", name as "name!", name_en, kind as "kind!", stage as "stage!", planned_from as "planned_from!", planned_to as "planned_to!",
       distance_m as "distance_m!"
  from dig_near_building
 where district_code = :district_code and building_id = :building_id and distance_m <= 30
 order by distance_m, reference collate "C"
 limit 20
