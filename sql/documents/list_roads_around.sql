-- The roads inside a box of a map extract, cut at its edges, the widest first.
select r.name, coalesce(r.width_m, 6) as "width_m!",
       st_asgeojson(st_intersection(r.geom, st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, 4490), 1e-9), 7, 0)::json as "geometry!"
  from road_segment r
 where r.district_code = :district_code and r.geom && st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, 4490)
   and st_intersects(r.geom, st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, 4490))
 order by r.width_m desc nulls last, r.id
 limit 200
