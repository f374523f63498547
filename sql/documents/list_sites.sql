-- The sites of a dig with their shapes, by number.
select number, name, st_asgeojson(geom, 9, 0)::json as "geometry!" from site
 where district_code = :district_code and project_id = :project_id
 order by number limit 200
