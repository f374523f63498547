-- An emergency dig under way (城市道路管理条例 34: dig first, apply within the hours of the rule), by the dig's id. Runs as the system.
select p.district_code, p.id, p.reference as project_reference, p.name as project_name, p.name_en as "project_name_en?", p.street_name, p.promoter_name, p.contractor_name,
       w.started_at, coalesce(a.name_zh, '') as "authority_zh!", coalesce(a.name_en, '') as "authority_en!", coalesce(a.is_demo, false) as "is_demo!"
  from dig_project p
  join works w on w.district_code = p.district_code and w.project_id = p.id
  left join organisation a on a.district_code = p.district_code and a.id = p.authority_id
 where p.district_code = :district_code and p.id = :id and p.is_retrospective and p.is_public
