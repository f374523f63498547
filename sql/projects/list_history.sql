-- Every event of one project that the caller may see, oldest first.
select id, seq, type, subject_kind, subject_id, subject_version, at, recorded_at, actor_name, actor_role, organisation_name, basis_zh, basis_en, data, evidence, hash
  from event
 where district_code = :district_code and project_id = :project_id
 order by at, recorded_at, subject_version, id
 limit 1000
