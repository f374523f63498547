-- The ground that a permit opens from now on: the planned one, or that of a granted change. The former permitted ground is closed in both times.
with closed as (
  update project_geometry set valid_to = :now, recorded_to = :recorded_at
   where district_code = :district_code and project_id = :project_id and life = 'permitted' and recorded_to is null
)
insert into project_geometry (district_code, id, project_id, life, geom, source, valid_from, recorded_from, promoter_id, contractor_id)
select p.district_code, gen_random_uuid(), p.id, 'permitted', coalesce(r.geom, p.geom), :source, :now, :recorded_at, p.promoter_id, p.contractor_id
  from dig_project p
  left join change_request r on r.district_code = p.district_code and r.id = :change_id::uuid
 where p.district_code = :district_code and p.id = :project_id
