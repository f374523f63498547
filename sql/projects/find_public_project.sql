-- What the law makes public of a project once it is permitted: no person, no planned dig. Runs as dongtu_map.
select district_code, id, reference, project_code, name, name_en, null::text as description, kind, 'registered'::project_status as "status!", stage, card, card_owner,
       null::uuid as promoter_id, promoter_name, null::uuid as contractor_id, contractor_name, authority_id, null::uuid as town_id, admin_code, street_name,
       planned_from, planned_to, depth_m, width_m, is_retrospective, null::text as emergency_cause, is_public, area_m2, length_m, begun_on, ended_on,
       version, created_at, updated_at, st_asgeojson(geom, 8, 0)::json as "geometry!", st_asgeojson(centre_line, 8, 0)::json as "centre_line?"
  from dig_project
 where district_code = :district_code and id = :id and is_public
