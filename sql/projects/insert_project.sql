-- Registers a project with its first version, its planned geometry, its works machine and its first site.
-- The town is the street or town the dig lies in (largest share); the caller gives the responsible units.
with area as (
  select st_multi(st_setsrid(st_geomfromgeojson(:geometry), 4490)) as geom,
         st_multi(st_setsrid(st_geomfromgeojson(:centre_line), 4490)) as line
), project as (
  insert into dig_project (district_code, id, reference, project_code, name, name_en, description, kind, stage, promoter_id, promoter_name,
                           contractor_id, contractor_name, authority_id, town_id, admin_code, street_name, planned_from, planned_to, depth_m, width_m,
                           is_retrospective, emergency_cause, geom, centre_line, created_at, updated_at)
  select :district_code, :id, :reference, :project_code, :name, :name_en, :description, :kind, 'planned', :promoter_id, :promoter_name,
         :contractor_id, :contractor_name, :authority_id, :town_id, :admin_code, :street_name, :planned_from, :planned_to, :depth_m, :width_m,
         :is_retrospective, :emergency_cause, area.geom, area.line, :now, :now
    from area
  returning district_code, id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id, authority_id, planned_from, planned_to, depth_m, geom
), versioned as (
  insert into project_version (district_code, project_id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id,
                               planned_from, planned_to, geom, valid_from, recorded_from)
  select district_code, id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id, planned_from, planned_to, geom, :now, :recorded_at
    from project
), planned as (
  insert into project_geometry (district_code, id, project_id, life, geom, source, valid_from, recorded_from, promoter_id, contractor_id)
  select district_code, gen_random_uuid(), id, 'plan', geom, 'registered', :now, :recorded_at, promoter_id, contractor_id from project
), machine as (
  insert into works (district_code, id, project_id, promoter_id, contractor_id, authority_id, updated_at)
  select district_code, :works_id, id, promoter_id, contractor_id, authority_id, :now from project
)
insert into footprint (district_code, home_district_code, project_id, geom, period)
select touched.code, project.district_code, project.id, project.geom, daterange(project.planned_from, project.planned_to, '[]')
  from project, jsonb_to_recordset(:touched::jsonb) as touched(code int)
