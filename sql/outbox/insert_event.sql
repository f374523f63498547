-- Appends one event with its outbox row and wakes the sequencer when the transaction commits (a hint: it polls anyway).
-- The event carries the dig's geometry so that subscriptions by area can match it.
with appended as (
  insert into event (district_code, id, type, subject_kind, subject_id, subject_version, project_id, at, recorded_at,
                     actor_id, actor_name, actor_role, organisation_id, organisation_name, promoter_id, utility_id,
                     registry_id, is_personal, basis_zh, basis_en, data, evidence, geom)
  values (:district_code, :id, :type, :subject_kind, :subject_id, :subject_version, :project_id, :at, :recorded_at,
          :actor_id, :actor_name, :actor_role, :organisation_id, :organisation_name, :promoter_id, :utility_id,
          :registry_id, :is_personal, :basis_zh, :basis_en, :data, :evidence,
          (select p.geom from dig_project p where p.district_code = :district_code and p.id = :project_id))
  returning district_code, id, recorded_at
), queued as (
  insert into outbox (district_code, event_id, recorded_at, next_at)
  select district_code, id, recorded_at, recorded_at from appended
  returning district_code
)
select pg_notify('dongtu_event', district_code::text) from queued
