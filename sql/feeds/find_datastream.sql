-- One datastream as the caller may see it; position is GeoJSON, lon,lat in CGCS2000.
select district_code, id, project_id, external_id, name, property, unit, sensor, st_asgeojson(position, 7)::jsonb as position, organisation_id, promoter_id, contractor_id,
       latest_at, latest_result, latest_code
  from datastream
 where district_code = :district_code and id = :id::uuid
