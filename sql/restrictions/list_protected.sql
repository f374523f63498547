-- Ground with a protection of its own that a shape reaches into: themes of the base map named by rules, and features of imported layers whose name begins
-- so, as far as their audience lets the caller see them. By kind and name, at most 50. Edges that only touch do not count.
with shape as (
  select st_setsrid(st_geomfromgeojson(:geometry), 4490) as geom
)
select b.theme as "kind!", b.name_zh as "name_zh?", b.name_en as "name_en?"
  from shape join basemap_feature b on b.district_code = any (:district_codes::int[]) and b.theme = any (:themes::text[]) and b.geom && shape.geom
   and st_intersects(b.geom, shape.geom) and not st_touches(b.geom, shape.geom)
union
select 'layer', l.title_zh, l.title_en
  from shape join layer_feature f on f.district_code = any (:district_codes::int[]) and f.geom && shape.geom and st_intersects(f.geom, shape.geom)
   and not st_touches(f.geom, shape.geom)
  join layer l on l.district_code = f.district_code and l.id = f.layer_id and l.name like :layer_prefix || '%'
 where f.audience = any (:audiences::text[]) or f.organisation_id = :organisation_id::uuid
 order by 1, 2
 limit 50
