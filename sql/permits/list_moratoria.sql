-- Roads under a dig that may not be dug on a day yet: until when and by which rule of the narrowest jurisdiction (城市道路管理条例 33). The longest first, at most 20.
select r.id as "id!", r.code, r.name, r.name_en, r.rule as "rule!", r.jurisdiction as "jurisdiction!", r.open_until as "open_until!", r.basis_zh as "basis_zh!", r.basis_en as "basis_en!"
  from dig_project p
 cross join lateral roads_under(p.geom, array[p.district_code], :day::date) r
 where p.district_code = :district_code and p.id = :project_id and p.kind in ('road_excavation', 'pipeline_works') and r.open_until is not null
 order by r.open_until desc, r.name collate "C", r.id limit 20
