-- Numbered audit rows of a district that the caller may see, newest first, before a number.
select seq as "seq!", id, at, actor_name, actor_role, action, subject_kind, subject_id, reason, detail, hash from audit
 where district_code = :district_code and seq is not null
   and (:subject_id::uuid is null or subject_id = :subject_id::uuid)
   and (:before::bigint is null or seq < :before::bigint)
 order by seq desc
 limit :limit::int
