-- Other digs near a shape that may be open at the same time: found inside each county through footprints, so that it is complete across borders; each once.
with shape as (
  select st_setsrid(st_geomfromgeojson(:geometry), 4490) as geom
), near as (
  select distinct f.home_district_code, f.project_id
    from shape
    join footprint f on f.district_code = any (:district_codes::int[]) and f.geom && st_expand(shape.geom, :buffer_m::float8 / 90000)
         and f.period && daterange(:from::date, :to::date, '[]')
)
select p.district_code, p.id, p.reference, p.name, p.name_en, p.stage, p.planned_from, p.planned_to, p.is_public, p.promoter_id,
       st_distance(p.geom::geography, shape.geom::geography) as "distance_m!"
  from shape
 cross join near
  join dig_project p on p.district_code = near.home_district_code and p.id = near.project_id
 where p.stage in ('planned', 'permitting', 'permitted', 'in_progress', 'suspended')
   and (:except_id::uuid is null or p.id <> :except_id::uuid)
   and st_distance(p.geom::geography, shape.geom::geography) <= :buffer_m::float8
 order by 11, p.id
 limit 50
