-- Numbered audit rows after a number, with what their hash covers. In order.
select seq as "seq!", prev_hash as "prev_hash!", hash as "hash!", jsonb_build_object('id', id, 'action', action, 'subject_kind', subject_kind, 'subject_id', subject_id, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
       'recorded_at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'actor_id', actor_id, 'actor_role', actor_role, 'organisation_id', organisation_id,
       'request_id', request_id, 'reason', reason, 'detail', detail) as "content!"
  from audit
 where district_code = :district_code and seq > :after::bigint
 order by seq
 limit :limit::int
