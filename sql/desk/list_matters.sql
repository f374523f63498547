-- What waits for somebody in the caller's eyes: open clocks with a card or due soon, for one holder of the ball and, where asked, a kind of holder (all, for staff without their own clocks).
-- Red before yellow; within a colour what turned last comes first, then works on the ground. Joins only rows the caller may see.
select c.district_code, c.id, c.subject_kind, c.subject_id, c.kind, c.due_on, c.due_at, c.card, c.owner, c.basis_zh, c.basis_en, c.provisional, c.project_id,
       c.owner_id, c.state, c.yellow_on, count(*) over ()::int as "total!", p.kind as "project_kind?", p.admin_code as "admin_code?",
       a.name_zh as "town_zh?", a.name_en as "town_en?", m.status as "permit_status?", m.version as "permit_version?", m.authority_id as "authority_id?",
       p.name as "project_name?", p.name_en as "project_name_en?", p.reference as "project_reference?", p.stage as "stage?",
       r.project_name as "request_name?", r.project_reference as "request_reference?", l.unit_label as "unit_label?", l.kind as "leg_kind?", l.case_id as "case_id?",
       d.reference as "detection_reference?", q.reference as "petition_reference?", e.label_zh as "petition_zh?", e.label_en as "petition_en?",
       st_x(st_centroid(coalesce(p.geom, r.geom, d.geom, q.geom))) as "lon?", st_y(st_centroid(coalesce(p.geom, r.geom, d.geom, q.geom))) as "lat?"
  from clock c
  left join dig_project p on p.district_code = c.district_code and p.id = c.project_id
  left join admin_area a on a.code = p.admin_code and a.valid_to is null
  left join permit m on m.district_code = c.district_code and c.subject_kind = 'permit' and m.id = c.subject_id
  left join utility_request r on r.district_code = c.district_code and c.subject_kind = 'utility_request' and r.id = c.subject_id
  left join transfer_leg l on l.district_code = c.district_code and c.subject_kind = 'transfer_leg' and l.id = c.subject_id
  left join detection d on d.district_code = c.district_code and c.subject_kind = 'detection' and d.id = c.subject_id
  left join petition q on q.district_code = c.district_code and c.subject_kind = 'petition' and q.id = c.subject_id
  left join dictionary_entry e on e.dictionary = 'petition_kind' and e.code = q.kind_code
       and e.version = (select max(version) from dictionary_entry where dictionary = 'petition_kind')
 where c.district_code = :district_code and c.state = 'running' and c.kind <> 'works.guarantee'
   and (:owner_id::uuid is null or c.owner_id = :owner_id::uuid or c.owner = :owner::card_owner)
   and (c.card <> 'none' or c.due_on <= :horizon::date)
 order by c.card desc, abs(c.due_on - :today::date), c.kind <> 'works.period', c.due_on, c.id
 limit :limit::int
