-- Who is signed in with a session that has not ended; none for a disabled person.
select p.id, p.name_zh, p.name_en, p.role, p.locale, p.organisation_id, o.name_zh as organisation_name, o.name_en as organisation_name_en, p.district_code,
       s.secret_hash, s.expires_at
  from session s
  join person p on p.district_code = s.district_code and p.id = s.person_id
  join organisation o on o.district_code = p.district_code and o.id = p.organisation_id
 where s.district_code = :district_code and s.id = :id
   and s.ended_at is null and s.expires_at > :wall and p.disabled_at is null
