-- Roads under the new ground of a change that are still inside their no-dig years (城市道路管理条例 33, years are data). Touching edges do not count.
select distinct r.code
  from change_request g
  join dig_project p on p.district_code = g.district_code and p.id = g.project_id
  join road_segment r on r.district_code = g.district_code and r.geom && g.geom
       and st_area(st_intersection(g.geom, st_buffer(r.geom, greatest(coalesce(r.width_m, 6), 1) / 2 / 111320.0))) > 1e-10
  join rule m on m.jurisdiction = 'CN' and m.key in ('moratorium.new_road', 'moratorium.overhaul') and m.valid_from <= :day::date and (m.valid_to is null or m.valid_to > :day::date)
 where g.district_code = :district_code and g.id = :id and p.kind in ('road_excavation', 'pipeline_works')
   and case m.key when 'moratorium.new_road' then r.handed_over_on else r.overhauled_on end + make_interval(years => (m.value ->> 'years')::int) > :day::date
 order by r.code limit 20
