-- One project as the caller may see it (row security decides), with its geometry as GeoJSON in lon,lat.
select district_code, id, reference, project_code, name, name_en, description, kind, status, stage, card, card_owner,
       promoter_id, promoter_name, contractor_id, contractor_name, authority_id, town_id, admin_code, street_name, planned_from, planned_to,
       depth_m, width_m, is_retrospective, emergency_cause, is_public, area_m2, length_m, begun_on, ended_on, version, created_at, updated_at,
       st_asgeojson(geom, 8, 0)::json as "geometry!", st_asgeojson(centre_line, 8, 0)::json as "centre_line?"
  from dig_project
 where district_code = :district_code and id = :id
