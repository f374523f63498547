-- Buildings by estate and name together (怡心里3栋), where the estate alone would not be found by these words. For everybody; no home and no owner. Runs as dongtu_map.
select 'bld_' || district_code || '_' || id as "id!", estate_name, name, name_en, street_name,
       case when replace(estate_name || name, ' ', '') = replace(:q, ' ', '') or lower(name_en) = lower(:q) then 1
            when estate_name || name ilike :beginning or name_en ilike :beginning then 2 else 3 end as "rank!",
       st_x(st_pointonsurface(geom)) as "lon!", st_y(st_pointonsurface(geom)) as "lat!",
       st_xmin(geom) as "west!", st_ymin(geom) as "south!", st_xmax(geom) as "east!", st_ymax(geom) as "north!"
  from building
 where district_code = any (:district_codes::int[])
   and (replace(estate_name || name, ' ', '') ilike replace(:within, ' ', '') or name_en ilike :within) and estate_name not ilike :within
 order by 6, estate_name collate "C", name collate "C", id
 limit :limit::int
