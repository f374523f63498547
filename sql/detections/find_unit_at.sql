-- Who supervises the ground of a shape (GeoJSON in lon,lat) on a day. No row: nobody.
select o.id, o.name_zh from organisation o
 where o.district_code = :district_code
   and o.id = unit_with_duty(:district_code::int, st_setsrid(st_geomfromgeojson(:geometry), 4490), 'supervision', 'inspection', :day::date)
