-- What happened to a request, oldest first, as the caller may see it.
select id, seq, type, subject_kind, at, actor_name, actor_role, organisation_name, basis_zh, basis_en, data, hash
  from event
 where district_code = :district_code and subject_kind = 'petition' and subject_id = :id
 order by at, subject_version, id
 limit 200
