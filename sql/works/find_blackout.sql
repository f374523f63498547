-- The blackout period in which a dig may not start on a day, the one that lasts longest; no row when it may. Edges that only touch do not count.
select b.id, b.name_zh, b.name_en, b.to_on
  from dig_project p
  join blackout b on b.district_code = p.district_code and b.period @> :day::date and p.kind::text = any (b.kinds)
   and not (b.exempts_emergency and (p.is_retrospective or p.kind = 'emergency_repair'))
   and (b.geom is null or (b.geom && p.geom and st_relate(b.geom, p.geom, 'T********')))
 where p.district_code = :district_code and p.id = :project_id
 order by b.to_on desc, b.id limit 1
