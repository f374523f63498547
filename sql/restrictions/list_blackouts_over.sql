-- Blackout periods that stop digs of a kind on a shape on or after a day, in the order of their beginning. Edges that only touch do not count.
with shape as (
  select st_setsrid(st_geomfromgeojson(:geometry), 4490) as geom
)
select b.district_code, b.id, b.name_zh, b.name_en, b.reason, b.basis, b.from_on, (upper(b.period) - 1) as "last_on!", b.exempts_emergency
  from shape
  join blackout b on b.district_code = any (:district_codes::int[]) and b.period && daterange(:day::date, null) and :kind = any (b.kinds)
   and (b.geom is null or (b.geom && shape.geom and st_relate(b.geom, shape.geom, 'T********')))
 order by b.from_on, b.to_on, b.id
