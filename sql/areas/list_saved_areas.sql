-- The saved areas of the caller's organisation, newest first, at most 500.
select district_code, id, name, query, version, created_at, st_area(geom::geography) as "area_m2!", st_xmin(geom) as "west!", st_ymin(geom) as "south!",
       st_xmax(geom) as "east!", st_ymax(geom) as "north!", st_asgeojson(geom, 7, 0)::json as "geometry!"
  from saved_area
 where district_code = :district_code and organisation_id = :organisation_id
 order by created_at desc, id
 limit 500
