-- One point inside each dig of a tile, so that a small dig is never lost at low zoom; seen by the same eyes as projects.
-- At most 50,000: late ones first, then those whose ground is open.
select 'prj_' || district_code || '_' || id as "id!", reference, name, name_en, kind, stage, card, card_owner,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(st_pointonsurface(geom_3857), st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from dig_project
 where district_code = any (:district_codes::int[])
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and (is_public or district_code = any (:staff_codes::int[]) or promoter_id = :organisation_id::uuid or contractor_id = :organisation_id::uuid)
 order by card desc, (stage = 'in_progress') desc
 limit 50000
