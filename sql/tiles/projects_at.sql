-- The digs of one tile as they stood at :at, otherwise like projects; who may see them is decided by what they were then.
select 'prj_' || v.district_code || '_' || v.project_id as "id!", p.reference, v.name, case when v.name = p.name then p.name_en end as name_en,
       v.kind, v.stage, v.card, v.card_owner, v.planned_from, v.planned_to,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(v.geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from project_version v
  join dig_project p on p.district_code = v.district_code and p.id = v.project_id
 where v.district_code = any (:district_codes::int[])
   and v.geom && st_transform(st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857), 4490)
   and v.valid_from <= :at::timestamptz and (v.valid_to is null or v.valid_to > :at::timestamptz)
   and (v.is_public or v.district_code = any (:staff_codes::int[]) or v.promoter_id = :organisation_id::uuid or v.contractor_id = :organisation_id::uuid)
   and (:z::int >= 12 or st_area(v.geom_3857) * :scale::float8 ^ 2 >= 64)
