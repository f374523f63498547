-- Who sent an import: the person its audit row and its events name.
select p.id, p.name_zh, p.role, p.organisation_id, o.name_zh as organisation_name, o.utility_kind
  from person p
  join organisation o on o.district_code = p.district_code and o.id = p.organisation_id
 where p.district_code = :district_code and p.id = :person_id
