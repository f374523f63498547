-- Suspected digs of one tile in tile units, in no order: for the staff of the district only, because a suspicion accuses nobody in public.
-- A repeat of another one is not drawn again.
select 'det_' || district_code || '_' || id as "id!", reference, source, status, observed_on, share_covered, area_m2,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from detection
 where district_code = any (:district_codes::int[])
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and district_code = any (:staff_codes::int[])
   and duplicate_of_id is null
