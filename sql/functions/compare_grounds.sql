-- The CGCS2000 3-degree zone (EPSG:4534 to 4554) in which the middle of a shape lies; beyond China the nearest.
create or replace function gauss_kruger_srid(geom geometry) returns int language sql immutable parallel safe as $$
  select 4534 + least(greatest(round((st_xmin(geom) + st_xmax(geom)) / 6)::int - 25, 0), 20)
$$;
-- How one ground differs from another, measured in metres in the zone of the first: what they share, what the first takes beyond the second and leaves
-- of it, and how far their outlines part (Hausdorff, at a tenth of each edge). Overlays snap to a grid of a millimetre: without it GEOS retries by an
-- exception, on which PGlite answers no row and no error. `outside` is null where there is none.
create or replace function compare_grounds(one geometry, other geometry)
returns table (area_m2 float8, other_m2 float8, overlap_m2 float8, outside geometry, outside_m2 float8, missing_m2 float8, hausdorff_m float8)
language sql immutable parallel safe as $$
  with flat as materialized (
    select st_transform(one, z.srid) as a, st_transform(other, z.srid) as b from (select gauss_kruger_srid(one) as srid) z
  ), cut as materialized (
    select a, b, st_collectionextract(st_intersection(a, b, 0.001), 3) as both_of, st_collectionextract(st_difference(a, b, 0.001), 3) as only_a,
           st_collectionextract(st_difference(b, a, 0.001), 3) as only_b
      from flat
  )
  select st_area(a), st_area(b), st_area(both_of), case when not st_isempty(only_a) then st_multi(st_transform(only_a, 4490)) end,
         st_area(only_a), st_area(only_b), st_hausdorffdistance(a, b, 0.1)
    from cut
$$;
