-- Changes of the ground reported in one day that no permit explains, by the street they lie in. The districts' streets are shared reference data.
select a.code as "admin_code?", a.name_zh as "street_zh?", a.name_en as "street_en?", count(*) as "count!"
  from detection d
  left join admin_area a on a.level = 'street' and a.valid_to is null and a.geom && d.geom and st_contains(a.geom, st_pointonsurface(d.geom))
 where d.district_code = :district_code and d.created_at >= :from::timestamptz and d.created_at < :until::timestamptz
   and d.match_project_id is null and d.status not in ('lawful_matched', 'lawful_retrospective', 'false_positive')
 group by a.code, a.name_zh, a.name_en
 order by a.code nulls last
