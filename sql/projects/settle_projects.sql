-- Stores the derived columns of many projects where they changed, as settle_project does of one, with an event for each whose stage changed.
-- Rows as a JSON array, with the stage before.
with folded as (
  select r.id, r.stage, r.card, r.card_owner, r.begun_on, r.ended_on, r.was
    from json_to_recordset(:rows::json)
      as r(id uuid, stage project_stage, card card, card_owner card_owner, begun_on date, ended_on date, was project_stage)
), settled as (
  update dig_project p
     set stage = f.stage, card = f.card, card_owner = f.card_owner, begun_on = f.begun_on, ended_on = f.ended_on, version = p.version + 1, updated_at = :now
    from folded f
   where p.district_code = :district_code and p.id = f.id
     and (p.stage, p.card, p.card_owner, p.begun_on, p.ended_on) is distinct from (f.stage, f.card, f.card_owner, f.begun_on, f.ended_on)
  returning p.district_code, p.id, p.version, p.stage, p.card, p.card_owner, p.kind, p.name, p.promoter_id, p.contractor_id, p.planned_from, p.planned_to, p.geom, f.was
), sites as (
  update site s set stage = p.stage, card = p.card
    from settled p
   where s.district_code = :district_code and s.district_code = p.district_code and s.project_id = p.id
     and (s.stage, s.card) is distinct from (p.stage, p.card)
), closed as (
  update project_version v set valid_to = :now, recorded_to = :recorded_at
    from settled p
   where v.district_code = :district_code and v.district_code = p.district_code and v.project_id = p.id and v.recorded_to is null
), opened as (
  insert into project_version (district_code, project_id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id,
                               planned_from, planned_to, geom, valid_from, recorded_from)
  select district_code, id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id, planned_from, planned_to, geom, :now, :recorded_at
    from settled
), appended as (
  insert into event (district_code, id, type, subject_kind, subject_id, subject_version, project_id, at, recorded_at, actor_name, actor_role, promoter_id, data, geom)
  select district_code, gen_random_uuid(), 'project.stage_changed', 'project', id, version, id, :now, :recorded_at, :actor_name, :actor_role, promoter_id,
         jsonb_build_object('from', was, 'to', stage), geom
    from settled where stage <> was
  returning district_code, id, recorded_at
), queued as (
  insert into outbox (district_code, event_id, recorded_at, next_at)
  select district_code, id, recorded_at, recorded_at from appended
  returning district_code
)
select pg_notify('dongtu_event', district_code::text) from queued limit 1
