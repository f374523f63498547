-- One visit for what a sensor saw: none while one is still to be made. When the day's visit was made already, the next day is free. The row back is a new task.
insert into inspection_task (district_code, id, project_id, reason, planned_at, due_on, unit_id)
select p.district_code, gen_random_uuid(), p.id, 'sensor_breach', :now::timestamptz,
       greatest(:due_on::date, (select max(t.due_on) + 1 from inspection_task t
                                 where t.district_code = p.district_code and t.project_id = p.id and t.reason = 'sensor_breach' and t.due_on >= :due_on::date)),
       u.id
  from dig_project p
 cross join lateral (select unit_with_duty(p.district_code, p.geom, 'supervision', 'inspection', :today::date) as id) u
 where p.district_code = :district_code and p.id = :project_id::uuid and u.id is not null
   and not exists (select 1 from inspection_task t
                    where t.district_code = p.district_code and t.project_id = p.id and t.reason = 'sensor_breach' and t.inspection_id is null and t.due_on >= :today::date)
returning reason
