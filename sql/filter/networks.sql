-- Pipes and cables, without order: for the staff of the district, and for the utility that owns them. Runs as dongtu_map.
select district_code, id as key, 'net_' || district_code || '_' || id as "id!", theme, kind, status, name, diameter_mm, pressure_mpa, voltage_kv, depth_m,
       accuracy_m, material, protection_m, length_m, version, updated_at, geom
  from network_segment
 where district_code = any (:district_codes::int[])
   and (district_code = any (:staff_codes::int[]) or utility_id = :organisation_id::uuid)
