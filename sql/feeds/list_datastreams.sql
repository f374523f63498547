-- What is measured at a dig, by name; position is GeoJSON, lon,lat in CGCS2000. At most a hundred.
select district_code, id, project_id, external_id, name, property, unit, sensor, st_asgeojson(position, 7)::jsonb as position, latest_at, latest_result, latest_code
  from datastream
 where district_code = :district_code and project_id = :project_id::uuid
 order by property, name, id
 limit 100
