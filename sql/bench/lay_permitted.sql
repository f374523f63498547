-- So many permitted digs with their permits and, where one is told, a permitted ground that differs: what the bench matches with. Shapes as WKT in CGCS2000 lon,lat.
with row as materialized (
  select r.id, r.permit_id, r.reference, r.kind, r.valid_from, r.valid_to, r.wkt, r.permitted
    from json_to_recordset(:rows::json) as r(id uuid, permit_id uuid, reference text, kind text, valid_from date, valid_to date, wkt text, permitted text)
), dig as (
  insert into dig_project (district_code, id, reference, name, kind, status, promoter_id, promoter_name, stage, card, authority_id, planned_from, planned_to,
                           is_retrospective, version, created_at, updated_at, geom)
  select :district_code, id, reference, 'bench', 'pipeline_works', 'registered', :owner_id::uuid, 'bench', 'in_progress', 'none', :owner_id::uuid, valid_from,
         valid_to, false, 1, :at::timestamptz, :at::timestamptz, st_multi(st_geomfromtext(wkt, 4490))
    from row
), permitted as (
  insert into permit (district_code, id, project_id, reference, kind, status, authority_id, promoter_id, valid_from, valid_to, created_at, updated_at)
  select :district_code, permit_id, id, reference || '-P01', kind::permit_kind, 'delivered', :owner_id::uuid, :owner_id::uuid, valid_from, valid_to, :at::timestamptz,
         :at::timestamptz
    from row
), version as (
  insert into permit_version (district_code, permit_id, version, project_id, status, authority_id, promoter_id, valid_from, recorded_from)
  select :district_code, permit_id, 1, id, 'delivered', :owner_id::uuid, :owner_id::uuid, :at::timestamptz, :at::timestamptz from row
)
insert into project_geometry (district_code, id, project_id, life, geom, source, valid_from, recorded_from, promoter_id)
select :district_code, gen_random_uuid(), id, 'permitted', st_multi(st_geomfromtext(permitted, 4490)), 'bench', :at::timestamptz, :at::timestamptz, :owner_id::uuid
  from row
 where permitted is not null
