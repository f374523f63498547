-- What an area is: its measure on the ellipsoid, its box, its outline, and the counties it touches by their outlines of a day.
with shape as (select :ewkb::geometry as geom)
select case when st_dimension(geom) = 2 then st_area(geom::geography) else 0 end as "area_m2!", st_dimension(geom) as "dimension!",
       st_xmin(geom) as "west!", st_ymin(geom) as "south!", st_xmax(geom) as "east!", st_ymax(geom) as "north!",
       st_asgeojson(geom, 7, 0)::text as "geojson!",
       (select coalesce(jsonb_agg(a.code::int order by a.code), '[]') from admin_area a
         where a.level = 'county' and a.code ~ '^\d{6}$' and a.valid_from <= :day::date and (a.valid_to is null or a.valid_to > :day::date)
           and a.geom && shape.geom and st_intersects(a.geom, shape.geom)) as "counties!"
  from shape
