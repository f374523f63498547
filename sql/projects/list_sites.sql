-- The sites of one project, by number.
select district_code, id, project_id, number, name, name_en, status, stage, card, depth_m, planned_from, planned_to, opened_at, backfilled_at, restored_at,
       area_m2, version, st_asgeojson(geom, 8, 0)::json as "geometry!"
  from site
 where district_code = :district_code and project_id = :project_id
 order by number
 limit 500
