-- Plans the visits that fall due on a day: an over-run, a start that nobody has seen, open ground and works under way by how often they are to be seen, and
-- the look before a guarantee ends, due on its last day. A dig gets one task a day; a visit at which nothing could be seen does not count. Every row back is a new task.
with dig as (
  select p.district_code, p.id, p.geom, p.stage, w.guarantee_to, w.inspection_called_on as called_on, (w.started_at at time zone 'Asia/Shanghai')::date as started_on,
         (select max((i.inspected_at at time zone 'Asia/Shanghai')::date) from inspection i
           where i.district_code = p.district_code and i.project_id = p.id and i.withdrawn_at is null and i.outcome <> 'unable_to_inspect') as seen_on,
         exists (select 1 from site s where s.district_code = p.district_code and s.project_id = p.id and s.status in ('open', 'reopened')) as is_open,
         (select max(m.valid_to) from permit m
           where m.district_code = p.district_code and m.project_id = p.id and m.status in ('granted', 'delivered', 'expired')) as permitted_to
    from dig_project p
    join works w on w.district_code = p.district_code and w.project_id = p.id
   where p.district_code = :district_code and (p.stage = 'in_progress' or (p.stage = 'guarantee' and w.inspection_called_on is not null))
), wanted as (
  select distinct on (d.id) d.district_code, d.id, d.geom, r.reason, r.due_on
    from dig d
   cross join lateral (values
         (1, 'over_run', case when d.stage = 'in_progress' and d.permitted_to < :today::date and coalesce(d.seen_on <= d.permitted_to, true) then :today::date end),
         (2, 'start', case when d.stage = 'in_progress' and coalesce(d.seen_on < d.started_on, true) and d.started_on + :start_days::int <= :today::date then :today::date end),
         (3, 'earth_moving', case when d.stage = 'in_progress' and d.is_open and greatest(d.seen_on, d.started_on) + :earth_moving_days::int <= :today::date then :today::date end),
         (4, 'active', case when d.stage = 'in_progress' and greatest(d.seen_on, d.started_on) + :active_days::int <= :today::date then :today::date end),
         (5, 'guarantee_end', case when d.stage = 'guarantee' and coalesce(d.seen_on < d.called_on, true) then d.guarantee_to end)
       ) as r(rank, reason, due_on)
   where r.due_on >= :today::date
     and not exists (select 1 from inspection_task t
                      where t.district_code = d.district_code and t.project_id = d.id and t.inspection_id is null and t.due_on = r.due_on)
   order by d.id, r.rank
)
insert into inspection_task (district_code, id, project_id, reason, planned_at, due_on, unit_id)
select w.district_code, gen_random_uuid(), w.id, w.reason, :now::timestamptz, w.due_on, u.id
  from wanted w
 cross join lateral (select unit_with_duty(w.district_code, w.geom, 'supervision', 'inspection', :today::date) as id) u
 where u.id is not null
on conflict do nothing
returning reason
