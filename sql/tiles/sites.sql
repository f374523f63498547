-- The sites of one tile in tile units, in no order; seen by the same eyes as their digs.
select 'sit_' || district_code || '_' || id as "id!", 'prj_' || district_code || '_' || project_id as "project_id!", number, name, name_en, status, stage, card,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from site
 where district_code = any (:district_codes::int[])
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and (is_public or district_code = any (:staff_codes::int[]) or promoter_id = :organisation_id::uuid or contractor_id = :organisation_id::uuid)
