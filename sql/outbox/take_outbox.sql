-- The next numbered event of one district that nobody has handed on yet, in order, locked; what another process holds is passed over.
select o.event_id, o.attempts, o.seq as "seq!", e.type, e.subject_kind, e.subject_id, e.subject_version, e.project_id, e.at, e.actor_role, e.organisation_id, e.promoter_id,
       e.utility_id, e.registry_id, e.is_personal, e.data
  from outbox o
  join event e on e.district_code = o.district_code and e.id = o.event_id
 where o.district_code = :district_code and o.done_at is null and o.next_at <= :wall::timestamptz and o.seq is not null
 order by o.seq
 limit 1
   for update of o skip locked
