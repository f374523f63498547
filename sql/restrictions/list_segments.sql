-- The roads that a shape digs into, the longest closed first, then by name: how much is dug, by which rule it is closed until when. charged_m2 is what is
-- dug of it and of no road before it, so that a square metre of a junction is charged once, by its highest factor.
with segment as materialized (
  select s.district_code, s.id, s.code, s.name, s.name_en, s.class, s.surface, s.geom, s.dug, s.rule, s.jurisdiction, s.since, s.years, s.open_until,
         s.basis_zh, s.basis_en, row_number() over (order by s.open_until desc nulls last, s.name collate "C", s.id) as place
    from roads_under(st_setsrid(st_geomfromgeojson(:geometry), 4490), :district_codes::int[], :day::date) s
   order by place
   limit 200
)
select s.district_code as "district_code!", s.id as "id!", s.code, s.name, s.name_en, s.class as "class!", s.surface,
       s.rule, s.jurisdiction, s.since, s.years, s.open_until, s.basis_zh, s.basis_en,
       st_area(s.dug::geography) as "dug_m2!",
       st_area((case when before.dug is null then s.dug else st_difference(s.dug, before.dug, 1e-9) end)::geography) as "charged_m2!",
       st_asgeojson(s.geom, 7)::json as "geometry!"
  from segment s
  left join lateral (select st_union(b.dug, 1e-9) as dug from segment b where b.place < s.place and b.dug && s.dug) before on true
 order by s.place
