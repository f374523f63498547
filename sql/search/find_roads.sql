-- Roads by name, all segments of a name together, for everybody. Runs as dongtu_map.
with road as (
  select district_code, name, min(name_en) as name_en, (min(id::text))::uuid as id, st_collect(geom) as geom,
         min(case when name = :q or lower(name_en) = lower(:q) then 1 when name ilike :beginning or name_en ilike :beginning then 2 else 3 end) as rank
    from road_segment
   where district_code = any (:district_codes::int[]) and (name ilike :within or name_en ilike :within)
   group by district_code, name
   order by 6, name collate "C"
   limit :limit::int
)
select 'rod_' || district_code || '_' || id as "id!", name as "name!", name_en, rank as "rank!",
       st_x(st_closestpoint(geom, st_centroid(st_envelope(geom)))) as "lon!", st_y(st_closestpoint(geom, st_centroid(st_envelope(geom)))) as "lat!",
       st_xmin(geom) as "west!", st_ymin(geom) as "south!", st_xmax(geom) as "east!", st_ymax(geom) as "north!"
  from road
 order by rank, name collate "C"
