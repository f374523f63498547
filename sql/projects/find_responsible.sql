-- Who is responsible for a place on a day by duty: the organisation whose dated area holds most of the shape.
select distinct on (r.duty) r.duty, r.organisation_id, o.name_zh, o.name_en
  from responsibility r
  join organisation o on o.district_code = r.district_code and o.id = r.organisation_id
 where r.district_code = :district_code and r.valid_from <= :day::date and (r.valid_to is null or r.valid_to > :day::date)
   and r.geom && st_setsrid(st_geomfromgeojson(:geometry), 4490) and st_intersects(r.geom, st_setsrid(st_geomfromgeojson(:geometry), 4490))
 order by r.duty, st_area(st_intersection(r.geom, st_setsrid(st_geomfromgeojson(:geometry), 4490), 1e-9)) desc, r.id
