-- Projects the caller may see, newest change first, by keyset (updated_at, id). Every filter is optional.
select district_code, id, reference, name, name_en, kind, stage, card, card_owner, promoter_name, admin_code, street_name, planned_from, planned_to,
       area_m2, version, updated_at, st_asgeojson(st_centroid(geom), 6, 0)::json as "centre!"
  from dig_project
 where district_code = :district_code
   and (:stages::text[] is null or stage::text = any (:stages::text[]))
   and (:cards::text[] is null or card::text = any (:cards::text[]))
   and (:kinds::text[] is null or kind::text = any (:kinds::text[]))
   and (:promoter_id::uuid is null or promoter_id = :promoter_id::uuid)
   and (:q::text is null or name ilike :q::text or reference ilike :q::text or name_en ilike :q::text or street_name ilike :q::text)
   and (:west::float8 is null or geom && st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, 4490))
   and (:before_at::timestamptz is null or (updated_at, id) < (:before_at::timestamptz, :before_id::uuid))
 order by updated_at desc, id desc
 limit :limit::int
