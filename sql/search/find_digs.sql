-- Digs whose name, number or code holds the words, seen by the caller's eyes: first the one whose number or code they are (21 characters; a permit's number begins with its dig's),
-- then names they are, begin, or are found in; of equals the latest change. Runs as dongtu_map; the expression is that of index dig_project_words.
select 'prj_' || district_code || '_' || id as "id!", name, name_en, reference, stage, street_name,
       case when reference = upper(:q) or project_code = upper(:q) or upper(:q) like reference || '-%' then 0
            when name = :q or lower(name_en) = lower(:q) then 1 when name ilike :beginning or name_en ilike :beginning or reference ilike :beginning then 2 else 3 end as "rank!",
       st_x(st_pointonsurface(geom)) as "lon!", st_y(st_pointonsurface(geom)) as "lat!",
       st_xmin(geom) as "west!", st_ymin(geom) as "south!", st_xmax(geom) as "east!", st_ymax(geom) as "north!"
  from dig_project
 where district_code = any (:district_codes::int[])
   and (is_public or district_code = any (:staff_codes::int[]) or promoter_id = :organisation_id::uuid or contractor_id = :organisation_id::uuid)
   and ((name || ' ' || coalesce(name_en, '') || ' ' || reference || ' ' || coalesce(project_code, '')) ilike :within
        or reference = left(upper(:q), 21))
 order by 7, updated_at desc, id
 limit :limit::int
