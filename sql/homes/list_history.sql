-- What happened to the sales of a home, oldest first, as the caller may see it.
select id, seq, type, subject_kind, subject_id, subject_version, at, actor_name, actor_role, organisation_name, basis_zh, basis_en, data, hash
  from event
 where district_code = :district_code and is_personal and subject_id = any (:ids::uuid[])
 order by at, recorded_at, subject_version, id
 limit 1000
