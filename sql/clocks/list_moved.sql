-- The clocks that a state of the calendar moved, with their days before and after; the largest shift first, then by clock.
select m.clock_id, c.kind, c.owner, c.project_id, p.reference as "reference?", p.name as "name?", b.due_on as was_due_on, m.due_on,
       b.card as was_card, m.card, m.valid_from as moved_at
  from clock_version m
  join clock_version b on b.district_code = m.district_code and b.clock_id = m.clock_id and b.version = m.version - 1
  join clock c on c.district_code = m.district_code and c.id = m.clock_id
  left join dig_project p on p.district_code = c.district_code and p.id = c.project_id
 where m.district_code = :district_code and m.calendar_version = :calendar_version and m.cause = 'recounted'
   and c.subject_kind <> 'transfer_leg'
 order by abs(m.due_on - b.due_on) desc, m.clock_id
 limit :limit::int
