-- What an inspector takes along of these digs and of those with an open rectification: the file of each without a person's name or word in it. Geometry as GeoJSON
-- in CGCS2000 lon,lat; days are of Asia/Shanghai. Of one unit's rectifications, or of the whole district. The digs that are named first come first.
with open_order as (
  select r.project_id, jsonb_agg(jsonb_build_object('id', r.id, 'reference', r.reference, 'site_id', r.site_id, 'status', r.status, 'severity', r.severity,
                                                    'due_on', coalesce(c.due_on, r.due_on), 'items', r.items) order by r.due_on, r.id) as orders
    from rectification r
    left join lateral (
         select due_on from clock
          where clock.district_code = r.district_code and clock.subject_kind = 'rectification' and clock.subject_id = r.id
          order by started_at desc, id limit 1) c on true
   where r.district_code = :district_code and r.status not in ('cleared', 'withdrawn') and (:unit_id::uuid is null or r.organisation_id = :unit_id::uuid)
   group by r.project_id
)
select p.district_code, p.id, p.reference, p.name, p.name_en, p.kind, p.stage, p.card, p.promoter_name, p.contractor_name, p.planned_from, p.planned_to,
       p.depth_m, a.name_zh as "town_zh?", a.name_en as "town_en?", st_asgeojson(p.geom, 7, 0)::json as "geometry!",
       coalesce(o.orders, '[]') as "orders!",
       (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'name_en', s.name_en, 'status', s.status, 'geometry', st_asgeojson(s.geom, 7, 0)::json)
                                  order by s.number), '[]')
          from site s where s.district_code = p.district_code and s.project_id = p.id) as "sites!",
       (select coalesce(jsonb_agg(jsonb_build_object('reference', m.reference, 'kind', m.kind, 'status', m.status, 'valid_from', m.valid_from, 'valid_to', m.valid_to)
                                  order by m.valid_from, m.reference), '[]')
          from permit m where m.district_code = p.district_code and m.project_id = p.id and m.status in ('granted', 'delivered', 'expired')) as "permits!",
       (select count(*)::int from inspection i where i.district_code = p.district_code and i.project_id = p.id) as "visits!",
       (select coalesce(jsonb_agg(to_jsonb(v) order by v.inspected_at desc), '[]')
          from (select i.reference, i.category, i.outcome, i.findings, i.inspected_at from inspection i
                 where i.district_code = p.district_code and i.project_id = p.id and i.withdrawn_at is null
                 order by i.inspected_at desc, i.id limit 3) v) as "last_visits!"
  from dig_project p
  left join open_order o on o.project_id = p.id
  left join admin_area a on a.code = p.admin_code and a.valid_to is null
 where p.district_code = :district_code and (p.id = any (:ids::uuid[]) or o.project_id is not null)
 order by p.id = any (:ids::uuid[]) desc, p.reference
 limit :limit::int
