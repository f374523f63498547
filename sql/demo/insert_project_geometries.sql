-- The planned ground of the demo's digs, from the day they were registered.
insert into project_geometry (district_code, id, project_id, life, geom, source, valid_from, recorded_from, promoter_id, contractor_id)
select p.district_code, gen_random_uuid(), p.id, 'plan', p.geom, 'registered', p.created_at, p.created_at, p.promoter_id, p.contractor_id
  from dig_project p
 where p.district_code = :district_code
