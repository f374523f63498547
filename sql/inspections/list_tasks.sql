-- The plan of visits as staff see it: to do, missed or done, of one unit or of the district, the earliest last day first. Last day between two days, both counted.
select t.district_code, t.id, t.project_id, t.reason, t.risk, t.due_on, t.done_at, t.inspection_id, u.name_zh as unit_name, u.name_en as unit_name_en,
       p.reference, p.name, p.name_en, p.kind, p.stage, p.card, a.name_zh as "town_zh?", a.name_en as "town_en?",
       (select max(i.inspected_at) from inspection i where i.district_code = t.district_code and i.project_id = t.project_id and i.withdrawn_at is null) as "seen_at?",
       st_x(st_centroid(p.geom)) as "lon!", st_y(st_centroid(p.geom)) as "lat!", count(*) over ()::int as "total!"
  from inspection_task t
  join dig_project p on p.district_code = t.district_code and p.id = t.project_id
  left join admin_area a on a.code = p.admin_code and a.valid_to is null
  join organisation u on u.district_code = t.district_code and u.id = t.unit_id
 where t.district_code = :district_code and t.due_on between :from::date and :to::date and (:unit_id::uuid is null or t.unit_id = :unit_id::uuid)
   and (t.inspection_id is not null) = :is_done::boolean
 order by t.due_on, array_position(array['over_run', 'sensor_breach', 'start', 'earth_moving', 'active', 'guarantee_end', 'sampled_by_risk', 'sampled_at_random'], t.reason), p.reference, t.id
 limit :limit::int
