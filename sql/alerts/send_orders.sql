-- Writes the next stop orders of an alert, one for each dig with open ground that it concerns and that has none yet, the works in order of their id: halts the works
-- that run and their clock, and leaves for each an event, and for each person of their promoters one message, all in this one statement. Running it again
-- writes what is missing. Answers the digs that were ordered.
with concerned as materialized (
  select w.district_code, w.id as works_id, w.project_id, w.promoter_id, w.contractor_id, w.authority_id, w.status, w.version, gen_random_uuid() as order_id,
         p.geom, w.status = 'in_progress' or exists (
           select from stop_order o
            where o.district_code = :district_code and o.project_id = w.project_id and o.status <> 'released' and o.is_halting) as is_halting
    from dig_under_alert u
    join works w on w.district_code = u.district_code and w.project_id = u.project_id and w.status in ('in_progress', 'suspended')
    join dig_project p on p.district_code = w.district_code and p.id = w.project_id and p.stage in ('in_progress', 'suspended')
   where u.district_code = :district_code and u.alert_id = :alert_id
     and not exists (select from stop_order o where o.district_code = :district_code and o.alert_id = :alert_id and o.project_id = w.project_id)
   order by w.id
   limit :limit::int
     for update of w
), ordered as (
  insert into stop_order (district_code, id, alert_id, project_id, works_id, is_halting, promoter_id, contractor_id, authority_id, sent_at, answer_by, updated_at)
  select district_code, order_id, :alert_id, project_id, works_id, is_halting, promoter_id, contractor_id, authority_id, :now, :answer_by, :now from concerned
), halted as (
  update works w
     set status = 'suspended', version = w.version + 1, suspended_at = :now, suspension_reason = 'alert', updated_at = :now
    from concerned c
   where w.district_code = :district_code and w.district_code = c.district_code and w.id = c.works_id and c.status = 'in_progress'
  returning w.district_code, w.id, w.version, w.project_id, w.promoter_id, c.geom
), paused as (
  update clock k set state = 'paused', card = 'none', paused_at = :now, version = k.version + 1
   where k.district_code = :district_code and k.subject_kind = 'works' and k.subject_id = any (array(select id from halted))
     and k.kind = any (:paused_kinds::text[]) and k.state = 'running'
  returning k.district_code, k.id, k.version, k.state, k.card, k.due_on, k.yellow_on, k.statutory_due_on, k.calendar_version
), opened as (
  insert into clock_pause (district_code, id, clock_id, paused_at, basis_zh, basis_en)
  select district_code, gen_random_uuid(), id, :now, :basis_zh, :basis_en from paused
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from paused k
   where v.district_code = :district_code and v.district_code = k.district_code and v.clock_id = k.id and v.recorded_to is null
), versioned as (
  insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
  select district_code, id, version, 'paused', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from paused
), appended as (
  insert into event (district_code, id, type, subject_kind, subject_id, subject_version, project_id, at, recorded_at, actor_name, actor_role, promoter_id,
                     basis_zh, basis_en, data, geom)
  select district_code, gen_random_uuid(), 'stop_order.sent', 'stop_order', order_id, 1, project_id, :now::timestamptz, :recorded_at::timestamptz, :actor_name, :actor_role,
         promoter_id, :basis_zh, :basis_en, jsonb_build_object('alert_id', :alert_id::uuid, 'is_halting', is_halting), geom
    from concerned
  union all
  select district_code, gen_random_uuid(), 'works.suspended', 'works', id, version, project_id, :now::timestamptz, :recorded_at::timestamptz, :actor_name, :actor_role,
         promoter_id, :basis_zh, :basis_en, jsonb_build_object('from', 'in_progress', 'to', 'suspended', 'reason', 'alert', 'alert_id', :alert_id::uuid), geom
    from halted
  returning district_code, id, recorded_at
), queued as (
  insert into outbox (district_code, event_id, recorded_at, next_at)
  select district_code, id, recorded_at, recorded_at from appended
), told as (
  insert into message (district_code, id, template, params, recipient_id, recipient_label, organisation_id, phone_sealed, locale, next_at, queued_at, subject_kind, subject_id)
  select :district_code, gen_random_uuid(), 'alert.stopped', :params::jsonb, r.id, o.name_zh, o.id, r.phone_sealed, r.locale, :recorded_at, :now, 'alert', :alert_id
    from (select distinct promoter_id from concerned) c
    join organisation o on o.district_code = :district_code and o.id = c.promoter_id
    join person r on r.district_code = o.district_code and r.organisation_id = o.id and r.disabled_at is null
   where not exists (
         select from message m
          where m.district_code = :district_code and m.subject_kind = 'alert' and m.subject_id = :alert_id and m.template = 'alert.stopped' and m.recipient_id = r.id)
)
select project_id, status <> 'suspended' as "is_halted!" from concerned
