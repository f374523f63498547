-- The as-built ground of a site, as surveyed: true from the survey, known from now.
insert into project_geometry (district_code, id, project_id, site_id, life, geom, source, valid_from, recorded_from, promoter_id, contractor_id)
select :district_code, :id, :project_id, :site_id, 'as_built', st_multi(st_setsrid(st_geomfromgeojson(:geometry), 4490)), :source, :surveyed_at,
       :recorded_at, :promoter_id, :contractor_id
