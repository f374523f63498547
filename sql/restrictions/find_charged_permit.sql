-- One permit with what its fee depends on: the period and the ground granted, else planned.
select m.district_code, m.id, m.project_id, m.status, m.authority_id, m.promoter_id, m.contractor_id, p.kind as project_kind,
       coalesce(m.valid_from, p.planned_from) as "valid_from!", coalesce(m.valid_to, p.planned_to) as "valid_to!",
       st_asgeojson(g.geom, 8, 0)::json as "geometry!"
  from permit m
  join dig_project p on p.district_code = m.district_code and p.id = m.project_id
  join dig_ground g on g.district_code = m.district_code and g.project_id = m.project_id
 where m.district_code = :district_code and m.id = :id
