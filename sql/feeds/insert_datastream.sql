-- Registers what a sensor measures at a dig, with the dig's parties; nothing back when the sender has one of this name already.
insert into datastream (district_code, id, project_id, external_id, name, property, unit, sensor, position, organisation_id, promoter_id, contractor_id, created_at)
select p.district_code, :id::uuid, p.id, :external_id, :name, :property, :unit, :sensor, st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4490),
       :organisation_id::uuid, p.promoter_id, p.contractor_id, :now::timestamptz
  from dig_project p
 where p.district_code = :district_code and p.id = :project_id::uuid
on conflict (district_code, organisation_id, external_id) do nothing
returning id
