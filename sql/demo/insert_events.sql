-- What happened in the demo's past, unnumbered: the sequencer numbers it. No outbox row: nobody is told of it again.
insert into event (district_code, id, type, subject_kind, subject_id, subject_version, project_id, at, recorded_at,
                   actor_id, actor_name, actor_role, organisation_id, organisation_name, promoter_id, utility_id,
                   registry_id, is_personal, basis_zh, basis_en, data)
select r.district_code, r.id, r.type, r.subject_kind, r.subject_id, r.subject_version, r.project_id, r.at,
       r.recorded_at, r.actor_id, r.actor_name, r.actor_role, r.organisation_id, r.organisation_name, r.promoter_id,
       r.utility_id, r.registry_id, r.is_personal, r.basis_zh, r.basis_en, r.data
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, type text, subject_kind text, subject_id uuid, subject_version int,
        project_id uuid, at timestamptz, recorded_at timestamptz, actor_id uuid, actor_name text,
        actor_role text, organisation_id uuid, organisation_name text, promoter_id uuid, utility_id uuid,
        registry_id uuid, is_personal boolean, basis_zh text, basis_en text, data jsonb)
