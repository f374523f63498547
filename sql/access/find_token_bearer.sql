-- Who bears a token that is neither expired nor revoked; none for a disabled person.
select p.id, p.name_zh, p.name_en, p.role, p.locale, p.organisation_id, o.name_zh as organisation_name, o.name_en as organisation_name_en, p.district_code,
       t.secret_hash, t.expires_at
  from access_token t
  join person p on p.district_code = t.district_code and p.id = t.person_id
  join organisation o on o.district_code = p.district_code and o.id = p.organisation_id
 where t.district_code = :district_code and t.id = :id
   and t.revoked_at is null and (t.expires_at is null or t.expires_at > :wall) and p.disabled_at is null
