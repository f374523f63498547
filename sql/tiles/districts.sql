-- Administrative areas in force on :today in one tile, in tile units, in no order: counties at every zoom, streets from 8, villages from 12.
select code, level, name_zh, name_en, parent_code, administered_by,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from admin_area
 where valid_from <= :today::date and (valid_to is null or valid_to > :today::date)
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and (level in ('province', 'city', 'county') or (level = 'street' and :z::int >= 8) or :z::int >= 12)
