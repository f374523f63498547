-- What anybody with its code may know of a permit that was once granted (行政许可法 40: such decisions are public), found by its own id or as the one that
-- counts for a dig: the one in force, else the newest. Never of an application. Runs as the system; no person is in it.
select m.district_code, m.id, m.reference, m.kind, m.status, m.valid_from, m.valid_to, m.decided_at, p.reference as project_reference, p.name as project_name,
       p.name_en as "project_name_en?", p.street_name, p.promoter_name, p.contractor_name, w.status as works_status,
       coalesce(a.name_zh, '') as "authority_zh!", coalesce(a.name_en, '') as "authority_en!", coalesce(a.is_demo, false) as "is_demo!",
       d.number as "number?",
       (select max(e.at) from event e where e.district_code = m.district_code and e.subject_kind = 'permit' and e.subject_id = m.id
           and e.type in ('permit.revoked', 'permit.withdrawn', 'permit.cancelled_as_penalty', 'permit.deregistered', 'permit.lapsed')) as "ended_at?"
  from permit m
  join dig_project p on p.district_code = m.district_code and p.id = m.project_id
  join works w on w.district_code = m.district_code and w.project_id = m.project_id
  left join organisation a on a.district_code = m.district_code and a.id = m.authority_id
  left join issued_document d on d.district_code = m.district_code and d.permit_id = m.id and d.kind = 'permit' and d.version = 1
 where m.district_code = :district_code and (m.id = :id or m.project_id = :id) and m.valid_to is not null
   and m.status in ('granted', 'delivered', 'expired', 'lapsed', 'revoked', 'withdrawn_by_authority', 'cancelled_as_penalty', 'deregistered')
 order by m.status in ('granted', 'delivered') desc, m.decided_at desc nulls last, m.created_at desc
 limit 1
