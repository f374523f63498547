-- The cursor feed: numbered events after a number that the caller may see (row security decides), in order.
select id, seq as "seq!", type, subject_kind, subject_id, subject_version, project_id, at, data from event
 where district_code = :district_code and seq > :after::bigint
 order by seq
 limit :limit::int
