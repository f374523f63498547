-- Roads under the new ground of a change that may not be dug on a day yet (城市道路管理条例 33, as for the dig itself).
select r.id as "id!"
  from change_request g
  join dig_project p on p.district_code = g.district_code and p.id = g.project_id
 cross join lateral roads_under(g.geom, array[g.district_code], :day::date) r
 where g.district_code = :district_code and g.id = :id and g.geom is not null and p.kind in ('road_excavation', 'pipeline_works') and r.open_until is not null
 order by r.id limit 20
