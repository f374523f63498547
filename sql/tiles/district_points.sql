-- One point inside each administrative area in force on :today, where its name goes once (an area cut by tiles would be named in each).
select code, level, name_zh, name_en,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(st_pointonsurface(geom_3857), st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from admin_area
 where valid_from <= :today::date and (valid_to is null or valid_to > :today::date)
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and (level in ('province', 'city', 'county') or (level = 'street' and :z::int >= 8) or :z::int >= 12)
