-- Numbered events after a number, with what their hash covers. In order.
select seq as "seq!", prev_hash as "prev_hash!", hash as "hash!", jsonb_build_object('id', id, 'type', type, 'subject_kind', subject_kind, 'subject_id', subject_id, 'subject_version', subject_version,
       'project_id', project_id, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'recorded_at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
       'actor_id', actor_id, 'actor_role', actor_role, 'organisation_id', organisation_id, 'basis', basis_zh, 'data', data, 'evidence', evidence) as "content!"
  from event
 where district_code = :district_code and seq > :after::bigint
 order by seq
 limit :limit::int
