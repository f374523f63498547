-- How the lives of a dig differ as they stand: permitted from plan, as built from permitted, observed from permitted. As built is all its surveyed sites
-- together; permitted is what the permit gave when the dig was last surveyed, or afterwards where it was dug first. No row for a life it has not got.
with built as (
  select st_multi(st_union(geom, 1e-9)) as geom, max(valid_from) as at
    from project_geometry
   where district_code = :district_code and project_id = :project_id and life = 'as_built' and recorded_to is null
), permitted as (
  select g.geom from project_geometry g, built
   where g.district_code = :district_code and g.project_id = :project_id and g.life = 'permitted'
   order by g.valid_from <= built.at desc, g.valid_from desc, g.recorded_from desc limit 1
), plan as (
  select geom from project_geometry
   where district_code = :district_code and project_id = :project_id and life = 'plan' and recorded_to is null
   order by valid_from desc limit 1
), seen as (
  select st_multi(st_union(geom, 1e-9)) as geom from detection
   where district_code = :district_code and match_project_id = :project_id and status not in ('false_positive', 'duplicate')
), pair as (
  select 1 as place, 'permitted' as life, 'plan' as against, permitted.geom as one, plan.geom as other from permitted, plan
  union all
  select 2, 'as_built', 'permitted', built.geom, permitted.geom from built, permitted where built.geom is not null
  union all
  select 3, 'observed', 'permitted', seen.geom, permitted.geom from seen, permitted where seen.geom is not null
)
select p.life as "life!", p.against as "against!", c.area_m2 as "area_m2!", c.other_m2 as "other_m2!", c.overlap_m2 as "overlap_m2!", c.outside_m2 as "outside_m2!",
       c.missing_m2 as "missing_m2!", c.hausdorff_m as "hausdorff_m!", case when c.area_m2 > 0 then c.outside_m2 / c.area_m2 else 0 end as "outside_share!",
       st_asgeojson(c.outside, 8, 0)::json as "outside?"
  from pair p cross join lateral compare_grounds(p.one, p.other) c
 order by p.place
