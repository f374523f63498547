-- The imported layers of these names (all, when null) in these districts that the caller may see by their audience, with their columns in the file's order. Runs as dongtu_map.
select l.district_code, l.id, l.name, l.title_zh, l.title_en, l.audience, l.geometry_type, l.licence, l.source, l.created_at,
       coalesce((select jsonb_agg(jsonb_build_object('name', c.name, 'type', c.type) order by c.position)
                   from layer_column c where c.district_code = l.district_code and c.layer_id = l.id), '[]') as "columns!"
  from layer l
 where l.district_code = any (:district_codes::int[])
   and (:names::text[] is null or l.name = any (:names::text[]))
   and (l.audience = 'public' or (l.audience = 'staff' and l.district_code = any (:staff_codes::int[])) or l.organisation_id = :organisation_id::uuid)
 order by array_position(:district_codes::int[], l.district_code), l.name collate "C"
