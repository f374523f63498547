-- The demo's residential buildings. Rows as a JSON array; all or nothing.
insert into building (district_code, id, estate_name, name, name_en, admin_code, street_name, floors, completed_on,
                      project_id, unit_count, geom, updated_at)
select r.district_code, r.id, r.estate_name, r.name, r.name_en, r.admin_code, r.street_name, r.floors, r.completed_on,
       r.project_id, r.unit_count, st_setsrid(st_geomfromgeojson(r.geom), 4490), r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, estate_name text, name text, name_en text, admin_code text,
        street_name text, floors int, completed_on date, project_id uuid, unit_count int, geom text,
        updated_at timestamptz)
