-- One site (工段) of a project with its first version.
with added as (
  insert into site (district_code, id, project_id, number, name, name_en, depth_m, planned_from, planned_to, geom, promoter_id, contractor_id, stage, updated_at)
  values (:district_code, :id, :project_id, :number, :name, :name_en, :depth_m, :planned_from, :planned_to,
          st_multi(st_setsrid(st_geomfromgeojson(:geometry), 4490)), :promoter_id, :contractor_id, 'planned', :now)
  returning district_code, id, version, project_id, status, promoter_id, contractor_id
)
insert into site_version (district_code, site_id, version, project_id, status, promoter_id, contractor_id, valid_from, recorded_from)
select district_code, id, version, project_id, status, promoter_id, contractor_id, :now, :recorded_at from added
