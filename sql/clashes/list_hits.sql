-- Every network line within a distance of a shape, nearest first: metres on the CGCS2000 ellipsoid between the two shapes, 0 where they cross.
-- The box around the shape is widened in degrees by a little more than the distance, so that the spatial index decides first.
with shape as (
  select st_setsrid(st_geomfromgeojson(:geometry), 4490) as geom
), box as (
  select geom, st_expand(st_envelope(geom),
         :buffer_m::float8 * 1.02 / (111320 * greatest(cos(radians(greatest(abs(st_ymin(geom)), abs(st_ymax(geom))))), 0.01)),
         :buffer_m::float8 * 1.02 / 110570) as around
    from shape
)
select n.district_code, n.id, n.utility_id, n.theme, n.kind, n.depth_m, o.name_zh as utility_zh, o.name_en as utility_en,
       n.protection_m, d.distance_m as "distance_m!"
  from box
  join network_segment n on n.district_code = any (:district_codes::int[]) and n.geom && box.around
  left join organisation o on o.district_code = n.district_code and o.id = n.utility_id
  cross join lateral (select st_distance(n.geom::geography, box.geom::geography) as distance_m) d
 where n.status = 'in_use' and d.distance_m <= :buffer_m::float8
 order by d.distance_m, n.id
 limit :limit::int
