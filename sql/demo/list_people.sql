-- The demo's people with their organisations, in the order of the start page: as they were made.
select p.id, p.login, p.name_zh as name, p.name_en, p.role, p.organisation_id, o.name_zh as organisation, o.name_en as organisation_en, o.utility_kind
  from person p
  join organisation o on o.district_code = p.district_code and o.id = p.organisation_id
 where p.district_code = :district_code and p.is_demo
 order by array_position(array['inspector', 'authority', 'promoter', 'utility', 'registry', 'planner', 'auditor', 'admin']::member_role[], p.role), p.created_at, p.login
