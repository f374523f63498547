-- One question to one utility; the row carries what the utility may see of the dig.
insert into utility_request (district_code, id, project_id, utility_id, utility_kind, promoter_id, contractor_id, project_reference, project_name,
                             nearest_m, segments, geom, asked_at, due_on)
select p.district_code, :id, p.id, :utility_id, :utility_kind, p.promoter_id, p.contractor_id, p.reference, p.name, :nearest_m, :segments, g.geom, :now, :due_on
  from dig_project p
  join dig_ground g on g.district_code = p.district_code and g.project_id = p.id
 where p.district_code = :district_code and p.id = :project_id
