-- The squares of a grid that a shape touches, as one area: what the public is answered for, so that many small questions do not find a pipe.
-- The grid is fixed in the 3-degree zone (EPSG:4534 to 4554), not to the shape.
with shape as (
  select st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4490), :srid::int) as geom
)
select st_asgeojson(st_multi(st_transform(st_union(cell.geom, 0.001), 4490)), 8)::json as "geometry!"
  from shape, st_squaregrid(:block_m::float8, shape.geom) cell
 where st_intersects(cell.geom, shape.geom)
