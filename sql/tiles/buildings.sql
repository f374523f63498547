-- The buildings of one tile in tile units, in no order. No home and no owner.
select 'bld_' || district_code || '_' || id as "id!", estate_name, name, name_en, floors, unit_count, completed_on,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from building
 where district_code = any (:district_codes::int[])
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
