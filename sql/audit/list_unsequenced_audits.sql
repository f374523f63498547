-- Committed audit rows without a number, by recorded time. The content is what the hash covers.
select id, jsonb_build_object('id', id, 'action', action, 'subject_kind', subject_kind, 'subject_id', subject_id, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
       'recorded_at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'actor_id', actor_id, 'actor_role', actor_role, 'organisation_id', organisation_id,
       'request_id', request_id, 'reason', reason, 'detail', detail) as "content!"
  from audit
 where district_code = :district_code and seq is null
 order by recorded_at, id
 limit :limit::int
