-- The digs of one tile in tile units (y down), in no order: public ones, all of the caller's own districts, and those the caller builds.
-- Below zoom 12 a dig under 64 square units, one pixel of a 512-pixel tile, is left to project_points.
select 'prj_' || district_code || '_' || id as "id!", reference, name, name_en, kind, stage, card, card_owner, planned_from, planned_to,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from dig_project
 where district_code = any (:district_codes::int[])
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and (is_public or district_code = any (:staff_codes::int[]) or promoter_id = :organisation_id::uuid or contractor_id = :organisation_id::uuid)
   and (:z::int >= 12 or st_area(geom_3857) * :scale::float8 ^ 2 >= 64)
