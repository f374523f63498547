-- The demo's homes. Rows as a JSON array; all or nothing.
insert into home_unit (district_code, id, building_id, unit_code, entrance, floor, room, label, area_m2)
select r.district_code, r.id, r.building_id, r.unit_code, r.entrance, r.floor, r.room, r.label, r.area_m2
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, building_id uuid, unit_code text, entrance text, floor int, room text,
        label text, area_m2 double precision)
