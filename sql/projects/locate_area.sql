-- Where a shape lies: the street or town holding most of it today, the counties it touches, and how far it lies outside the home district.
with shape as (
  select st_setsrid(st_geomfromgeojson(:geometry), 4490) as geom
), street as (
  select a.code, a.name_zh, a.name_en, a.administered_by
    from admin_area a, shape
   where a.level = 'street' and a.valid_from <= :day::date and (a.valid_to is null or a.valid_to > :day::date)
     and a.geom && shape.geom and st_intersects(a.geom, shape.geom)
   order by st_area(st_intersection(a.geom, shape.geom, 1e-9)) desc, a.code collate "C"
   limit 1
), counties as (
  select a.code::int as code, st_distance(a.geom::geography, shape.geom::geography) as distance_m
    from admin_area a, shape
   where a.level = 'county' and a.valid_from <= :day::date and (a.valid_to is null or a.valid_to > :day::date)
     and a.geom && st_expand(shape.geom, 0.001)
)
select (select code from street) as street_code, (select name_zh from street) as street_name, (select administered_by from street) as administered_by,
       (select coalesce(jsonb_agg(code order by code), '[]') from counties where distance_m = 0) as "counties!",
       (select min(distance_m) from counties where code = :district_code::int) as home_distance_m,
       exists (select 1 from admin_area where level = 'county' and code = (:district_code::int)::text) as "home_known!"
