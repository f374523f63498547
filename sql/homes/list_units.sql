-- The homes of a building: by entrance, then from the top floor down, then by room.
select district_code, id, unit_code, entrance, floor, room, label, area_m2
  from home_unit
 where district_code = :district_code and building_id = :building_id
 order by lpad(entrance, 8, '0') collate "C", floor desc, lpad(room, 8, '0') collate "C"
 limit 2000
