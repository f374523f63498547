-- How many features a layer has for the caller, and the box they lie in.
with picked as (
  select null::geometry as geom
)
select count(*)::int as "count!", st_xmin(st_extent(geom)) as west, st_ymin(st_extent(geom)) as south, st_xmax(st_extent(geom)) as east, st_ymax(st_extent(geom)) as north
  from picked
