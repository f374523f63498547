-- The box around a geometry in EPSG:4490 with at least so many metres on every side: to find by an index what may lie within them.
create or replace function reach_box(geom geometry, metres float8) returns geometry language sql immutable parallel safe as $$
  select case when metres = 0 then geom
              else st_expand(geom, metres / (110000 * greatest(0.01, cos(radians(greatest(abs(st_ymin(geom)), abs(st_ymax(geom))))))), metres / 110000) end
$$;
