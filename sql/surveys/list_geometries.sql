-- Every ground of a dig in all its lives, in the order of a life, the newest version of each first: measured in metres in its 3-degree zone. length_m is
-- that of a strip with the same area and outline, so that a drawn strip and a surveyed one compare. Observed ground is what detections matched.
with ground as (
  select g.life, g.id, g.site_id, g.geom, g.source, g.valid_from, g.valid_to, g.recorded_from, g.recorded_to
    from project_geometry g
   where g.district_code = :district_code and g.project_id = :project_id
  union all
  select 'observed'::geometry_life, d.id, null::uuid, d.geom, d.reference, d.observed_on::timestamp at time zone 'Asia/Shanghai', null, d.created_at, null
    from detection d
   where d.district_code = :district_code and d.match_project_id = :project_id and d.status not in ('false_positive', 'duplicate')
), measured as (
  select ground.life, ground.id, ground.site_id, ground.geom, ground.source, ground.valid_from, ground.valid_to, ground.recorded_from, ground.recorded_to,
         st_area(flat.geom) as area_m2, st_perimeter(flat.geom) as perimeter_m, st_numgeometries(flat.geom) as parts
    from ground cross join lateral (select st_transform(ground.geom, gauss_kruger_srid(ground.geom)) as geom) flat
)
select m.life as "life!", m.id as "id!", m.site_id as "site_id?", s.number as "site_number?", m.source as "source!", m.valid_from as "valid_from!", m.valid_to as "valid_to?",
       m.recorded_from as "recorded_from!", m.recorded_to as "recorded_to?", m.area_m2 as "area_m2!", m.perimeter_m as "perimeter_m!",
       (m.perimeter_m / 2 + sqrt(greatest(m.perimeter_m * m.perimeter_m / 4 - 4 * m.parts * m.area_m2, 0))) / 2 as "length_m!",
       v.version as "survey_version?", v.crs as "crs?", v.depth_m as "depth_m?", v.length_m as "surveyed_length_m?", v.width_m as "width_m?", v.evidence as "evidence?",
       st_asgeojson(m.geom, 8, 0)::json as "geometry!"
  from measured m
  left join survey v on v.district_code = :district_code and v.id = m.id
  left join site s on s.district_code = :district_code and s.id = m.site_id
 order by array_position(array['plan', 'permitted', 'as_built', 'observed'], m.life::text), m.recorded_to is not null, m.valid_from desc, m.recorded_from desc, m.id
 limit 500
