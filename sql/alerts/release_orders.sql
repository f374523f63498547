-- Releases the next stop orders of an alert (that of one dig when it is named), in order of their id: lets works go on that no other alert holds, and their clock, and leaves for each an event and
-- for each person of their promoters one message, all in this one statement. What was suspended for another reason stays so. Answers the digs released.
with due as materialized (
  select o.district_code, o.id, o.status, o.version, o.project_id, o.works_id, o.promoter_id, p.geom,
         o.is_halting and w.status = 'suspended' and not exists (
           select from stop_order other
            where other.district_code = :district_code and other.project_id = o.project_id and other.alert_id <> :alert_id and other.status <> 'released'
              and other.is_halting) as is_resumed
    from stop_order o
    join works w on w.district_code = o.district_code and w.id = o.works_id
    join dig_project p on p.district_code = o.district_code and p.id = o.project_id
   where o.district_code = :district_code and o.alert_id = :alert_id and o.status <> 'released'
     and (:project_id::uuid is null or o.project_id = :project_id::uuid)
   order by o.id
   limit :limit::int
     for update of o, w
), released as (
  update stop_order o set status = 'released', released_at = :now, updated_at = :now, version = o.version + 1
    from due d
   where o.district_code = :district_code and o.district_code = d.district_code and o.id = d.id
), resumed as (
  update works w set status = 'in_progress', version = w.version + 1, suspended_at = null, suspension_reason = null, updated_at = :now
    from due d
   where w.district_code = :district_code and w.district_code = d.district_code and w.id = d.works_id and d.is_resumed
  returning w.district_code, w.id, w.version, w.project_id, w.promoter_id, d.geom
), run_on as (
  -- The last day of the permit is not moved by an alert: the promoter asks for that by a change. So the clock runs on to the same day.
  update clock k
     set state = 'running', paused_at = null, version = k.version + 1,
         card = case when :today::date > k.due_on then 'red' when :today::date >= k.yellow_on then 'yellow' else 'none' end::card
   where k.district_code = :district_code and k.subject_kind = 'works' and k.subject_id = any (array(select id from resumed))
     and k.kind = any (:paused_kinds::text[]) and k.state = 'paused'
  returning k.district_code, k.id, k.version, k.state, k.card, k.due_on, k.yellow_on, k.statutory_due_on, k.calendar_version
), ended as (
  update clock_pause s set resumed_at = :now
    from run_on k
   where s.district_code = :district_code and s.district_code = k.district_code and s.clock_id = k.id and s.resumed_at is null
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from run_on k
   where v.district_code = :district_code and v.district_code = k.district_code and v.clock_id = k.id and v.recorded_to is null
), versioned as (
  insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
  select district_code, id, version, 'resumed', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from run_on
), appended as (
  insert into event (district_code, id, type, subject_kind, subject_id, subject_version, project_id, at, recorded_at, actor_name, actor_role, promoter_id,
                     basis_zh, basis_en, data, geom)
  select district_code, gen_random_uuid(), 'stop_order.released', 'stop_order', id, version + 1, project_id, :now::timestamptz, :recorded_at::timestamptz, :actor_name, :actor_role,
         promoter_id, :basis_zh, :basis_en, jsonb_build_object('from', status, 'to', 'released', 'alert_id', :alert_id::uuid, 'is_resumed', is_resumed), geom
    from due
  union all
  select district_code, gen_random_uuid(), 'works.resumed', 'works', id, version, project_id, :now::timestamptz, :recorded_at::timestamptz, :actor_name, :actor_role,
         promoter_id, :basis_zh, :basis_en, jsonb_build_object('from', 'suspended', 'to', 'in_progress', 'alert_id', :alert_id::uuid), geom
    from resumed
  returning district_code, id, recorded_at
), queued as (
  insert into outbox (district_code, event_id, recorded_at, next_at)
  select district_code, id, recorded_at, recorded_at from appended
), told as (
  insert into message (district_code, id, template, params, recipient_id, recipient_label, organisation_id, phone_sealed, locale, next_at, queued_at, subject_kind, subject_id)
  select :district_code, gen_random_uuid(), :template, :params::jsonb, r.id, o.name_zh, o.id, r.phone_sealed, r.locale, :recorded_at, :now, 'alert', :alert_id
    from (select distinct promoter_id from due) c
    join organisation o on o.district_code = :district_code and o.id = c.promoter_id
    join person r on r.district_code = o.district_code and r.organisation_id = o.id and r.disabled_at is null
   where not exists (
         select from message m
          where m.district_code = :district_code and m.subject_kind = 'alert' and m.subject_id = :alert_id and m.template = :template and m.recipient_id = r.id)
)
select project_id, is_resumed as "is_resumed!" from due
