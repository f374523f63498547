-- One event with its outbox row for each clock whose last day a state of the calendar moved and of which nobody was told, with the day before and after, by clock
-- after :after, in batches. Answers the clocks looked at, in order; it counts `woken` only so that the notice is sent.
with moved as materialized (
  select m.clock_id, m.version, b.due_on as was_due_on, m.due_on, b.due_on <> m.due_on and not exists (
           select from event e
            where e.district_code = :district_code and e.subject_kind = 'clock' and e.subject_id = m.clock_id and e.subject_version = m.version
              and e.type = 'clock.recounted') as is_news
    from clock_version m
    join clock_version b on b.district_code = m.district_code and b.clock_id = m.clock_id and b.version = m.version - 1
   where m.district_code = :district_code and m.calendar_version = :calendar_version and m.cause = 'recounted' and m.clock_id > :after::uuid
   order by m.clock_id, m.version
   limit :limit::int
), appended as (
  insert into event (district_code, id, type, subject_kind, subject_id, subject_version, project_id, at, recorded_at, actor_name, actor_role,
                     promoter_id, utility_id, is_personal, basis_zh, basis_en, data, geom)
  select c.district_code, gen_random_uuid(), 'clock.recounted', 'clock', c.id, m.version, c.project_id, :now, :recorded_at, :actor_name, :actor_role,
         c.promoter_id, case when c.owner = 'utility' then c.owner_id end, c.subject_kind = 'transfer_leg', c.basis_zh, c.basis_en,
         jsonb_build_object('kind', c.kind, 'was_due_on', m.was_due_on, 'due_on', m.due_on, 'calendar_version', :calendar_version::text), p.geom
    from moved m
    join clock c on c.district_code = :district_code and c.id = m.clock_id
    left join dig_project p on p.district_code = c.district_code and p.id = c.project_id
   where m.is_news
  returning district_code, id, recorded_at
), queued as (
  insert into outbox (district_code, event_id, recorded_at, next_at)
  select district_code, id, recorded_at, recorded_at from appended
  returning district_code
), woken as (
  select pg_notify('dongtu_event', district_code::text) from (select district_code from queued limit 1) one
)
select clock_id from moved where (select count(*) from woken) >= 0 order by clock_id
