-- One event with its outbox row for each clock whose last day a new calendar moved, with the day before and after. Rows as a JSON array.
with appended as (
  insert into event (district_code, id, type, subject_kind, subject_id, subject_version, project_id, at, recorded_at, actor_name, actor_role,
                     promoter_id, utility_id, is_personal, basis_zh, basis_en, data, geom)
  select c.district_code, gen_random_uuid(), 'clock.recounted', 'clock', c.id, c.version, c.project_id, :now, :recorded_at, :actor_name, :actor_role,
         c.promoter_id, case when c.owner = 'utility' then c.owner_id end, c.subject_kind = 'transfer_leg', c.basis_zh, c.basis_en,
         jsonb_build_object('kind', c.kind, 'was_due_on', r.was_due_on, 'due_on', c.due_on, 'calendar_version', c.calendar_version), p.geom
    from json_to_recordset(:rows::json) as r(id uuid, was_due_on date)
    join clock c on c.district_code = :district_code and c.id = r.id
    left join dig_project p on p.district_code = c.district_code and p.id = c.project_id
  returning district_code, id, recorded_at
), queued as (
  insert into outbox (district_code, event_id, recorded_at, next_at)
  select district_code, id, recorded_at, recorded_at from appended
  returning district_code
)
select pg_notify('dongtu_event', district_code::text) from queued limit 1
