-- Committed events without a number: by recorded time, then the subject's version. The content is what the hash covers; the rest
-- tells open pages what changed (server/live/hub.ts).
select id, type, subject_kind, subject_id, project_id, organisation_id, promoter_id, utility_id, registry_id, is_personal, data,
       jsonb_build_object('id', id, 'type', type, 'subject_kind', subject_kind, 'subject_id', subject_id, 'subject_version', subject_version,
       'project_id', project_id, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'recorded_at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
       'actor_id', actor_id, 'actor_role', actor_role, 'organisation_id', organisation_id, 'basis', basis_zh, 'data', data, 'evidence', evidence) as "content!"
  from event
 where district_code = :district_code and seq is null
 order by recorded_at, subject_version, id
 limit :limit::int
