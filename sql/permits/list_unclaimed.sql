-- Files that nobody has signed for, the longest waiting first, with whose they are to claim and until when by their running clock.
select h.district_code, h.id, h.permit_id, h.project_id, p.reference, g.name as project_name, u.name_zh as unit_name, u.name_en as unit_name_en,
       h.handed_at, c.due_on as "due_on?", coalesce(c.due_on < :today::date, false) as "is_overdue!"
  from handover h
  join permit p on p.district_code = h.district_code and p.id = h.permit_id
  join dig_project g on g.district_code = h.district_code and g.id = h.project_id
  join organisation u on u.district_code = h.district_code and u.id = h.unit_id
  left join clock c on c.district_code = h.district_code and c.subject_kind = 'handover' and c.subject_id = h.id and c.state = 'running'
 where h.district_code = :district_code and h.status = 'waiting'
 order by h.handed_at, h.id
 limit :limit::int
