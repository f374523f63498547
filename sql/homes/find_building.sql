-- One building, with the outline as GeoJSON. Public.
select district_code, id, estate_name, name, name_en, admin_code, street_name, floors, completed_on, project_id, unit_count, version, updated_at,
       st_asgeojson(geom, 8, 0)::json as "geometry!"
  from building
 where district_code = :district_code and id = :id
