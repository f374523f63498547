-- What the board at a site shows of a dig that the caller sees whole (row security decides).
select p.district_code, p.id, p.reference, p.name, p.name_en, p.kind, p.promoter_name, p.contractor_name, p.street_name, p.planned_from, p.planned_to, p.depth_m,
       p.area_m2 as "area_m2!", p.is_retrospective, coalesce(a.name_zh, '') as "authority!", coalesce(a.is_demo, false) as "is_demo!",
       m.id as "permit_id?", m.reference as "permit_reference?", m.valid_from as "valid_from?", m.valid_to as "valid_to?", d.number as "number?"
  from dig_project p
  left join organisation a on a.district_code = p.district_code and a.id = p.authority_id
  left join lateral (
       select c.id, c.reference, c.valid_from, c.valid_to from permit c
        where c.district_code = p.district_code and c.project_id = p.id and c.status in ('granted', 'delivered')
        order by c.decided_at desc nulls last limit 1) m on true
  left join issued_document d on d.district_code = p.district_code and d.permit_id = m.id and d.kind = 'permit' and d.version = 1
 where p.district_code = :district_code and p.id = :id
