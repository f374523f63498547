-- The demo's lines under the ground. Rows as a JSON array; all or nothing.
insert into network_segment (district_code, id, utility_id, theme, kind, status, name, diameter_mm, pressure_mpa,
                             voltage_kv, depth_m, material, protection_m, accuracy_m, geom, geom_3857, length_m, updated_at)
select r.district_code, r.id, r.utility_id, r.theme, r.kind, r.status, r.name, r.diameter_mm, r.pressure_mpa,
       r.voltage_kv, r.depth_m, r.material, r.protection_m, r.accuracy_m,
       shape.geom, st_transform(shape.geom, 3857), st_length(shape.geom::geography), r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, utility_id uuid, theme text, kind text, status text, name text,
        diameter_mm double precision, pressure_mpa double precision, voltage_kv double precision,
        depth_m double precision, material text, protection_m double precision, accuracy_m double precision,
        geom text, updated_at timestamptz)
 cross join lateral (select st_setsrid(st_geomfromgeojson(r.geom), 4490) as geom offset 0) shape
