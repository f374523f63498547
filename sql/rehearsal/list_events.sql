-- The numbered events of a district after a number, in order: all that the naive recount reads.
select seq as "seq!", type, subject_kind, subject_id, project_id, at, data
  from event
 where district_code = :district_code and seq > :after::bigint
 order by seq
 limit :limit::int
