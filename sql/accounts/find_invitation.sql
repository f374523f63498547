-- An invitation that can still be taken up, with where it leads. Read as the system, by whoever holds the link.
select i.role, i.expires_at, i.secret_hash, o.name_zh as organisation_name_zh, o.name_en as organisation_name_en
  from invitation i
  join organisation o on o.district_code = i.district_code and o.id = i.organisation_id
 where i.district_code = :district_code and i.id = :id
   and i.used_at is null and i.withdrawn_at is null and i.expires_at > :wall::timestamptz
