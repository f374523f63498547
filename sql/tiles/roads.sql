-- The roads of one tile in tile units, in no order: the great ones below zoom 10, collectors below 12, all from there on. Ids from zoom 13.
select case when :z::int >= 13 then 'rod_' || district_code || '_' || id end as id, code, name, name_en, class, lanes, width_m, handed_over_on,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from road_segment
 where district_code = any (:district_codes::int[])
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and (:z::int >= 12 or class in ('motorway', 'expressway', 'trunk', 'primary', 'arterial')
        or (:z::int >= 10 and class in ('secondary', 'tertiary', 'sub_arterial', 'collector')))
