-- Roads under a dig still inside their no-dig years: until when, by which rule (城市道路管理条例 33, years are data). Touching edges do not count.
select r.name, r.code, m.rule, m.open_until
  from dig_project p
  join road_segment r on r.district_code = p.district_code and r.geom && p.geom
       and st_area(st_intersection(p.geom, st_buffer(r.geom, greatest(coalesce(r.width_m, 6), 1) / 2 / 111320.0))) > 1e-10
  cross join lateral (
       select 'moratorium.new_road' as rule, (r.handed_over_on + make_interval(years => (select (value->>'years')::int from rule
               where key = 'moratorium.new_road' and jurisdiction = 'CN' order by valid_from desc limit 1)))::date as open_until
       union all
       select 'moratorium.overhaul', (r.overhauled_on + make_interval(years => (select (value->>'years')::int from rule
               where key = 'moratorium.overhaul' and jurisdiction = 'CN' order by valid_from desc limit 1)))::date) m
 where p.district_code = :district_code and p.id = :project_id and p.kind in ('road_excavation', 'pipeline_works') and m.open_until > :day::date
 order by m.open_until desc, r.name collate "C" limit 20
