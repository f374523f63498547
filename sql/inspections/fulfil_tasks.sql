-- A visit does what was planned for its dig by its day (not what was planned after it: it may have been written down later), unless nothing could be seen; the look before a guarantee ends is one of its own category.
update inspection_task t
   set inspection_id = i.id, done_at = i.inspected_at
  from inspection i
 where i.district_code = :district_code and i.id = :inspection_id and i.withdrawn_at is null and i.outcome <> 'unable_to_inspect'
   and t.district_code = i.district_code and t.project_id = i.project_id and t.inspection_id is null
   and t.due_on >= (i.inspected_at at time zone 'Asia/Shanghai')::date
   and (t.planned_at at time zone 'Asia/Shanghai')::date <= (i.inspected_at at time zone 'Asia/Shanghai')::date
   and (t.reason <> 'guarantee_end' or i.category = 'guarantee_end')
