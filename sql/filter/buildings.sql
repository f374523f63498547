-- Buildings, without order, for everybody: no home and no owner. Runs as dongtu_map.
select district_code, id as key, 'bld_' || district_code || '_' || id as "id!", estate_name, name, name_en, admin_code, street_name, floors, unit_count, completed_on,
       'prj_' || district_code || '_' || project_id as "project_id?", version, updated_at, geom
  from building
 where district_code = any (:district_codes::int[])
