-- One home. It names nobody.
select district_code, id, building_id, unit_code, entrance, floor, room, label, area_m2, version
  from home_unit
 where district_code = :district_code and id = :id
