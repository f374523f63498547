-- Pipes and cables of one tile in tile units, in no order: for the staff of the district, and for the utility that owns them. Ids from zoom 13.
select case when :z::int >= 13 then 'net_' || district_code || '_' || id end as id, theme, kind, status, name, diameter_mm, pressure_mpa,
       voltage_kv, depth_m, material,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from network_segment
 where district_code = any (:district_codes::int[])
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and (district_code = any (:staff_codes::int[]) or utility_id = :organisation_id::uuid)
