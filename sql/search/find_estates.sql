-- Estates by name, all buildings of an estate together, for everybody: no home and no owner. Runs as dongtu_map.
with estate as (
  select district_code, estate_name, min(street_name) as street_name, (min(id::text))::uuid as id, st_collect(geom) as geom,
         min(case when estate_name = :q then 1 when estate_name ilike :beginning then 2 else 3 end) as rank
    from building
   where district_code = any (:district_codes::int[]) and estate_name ilike :within
   group by district_code, estate_name
   order by 6, estate_name collate "C"
   limit :limit::int
)
select 'bld_' || district_code || '_' || id as "id!", estate_name, street_name, rank as "rank!",
       st_x(st_pointonsurface(st_envelope(geom))) as "lon!", st_y(st_pointonsurface(st_envelope(geom))) as "lat!",
       st_xmin(geom) as "west!", st_ymin(geom) as "south!", st_xmax(geom) as "east!", st_ymax(geom) as "north!"
  from estate
 order by rank, estate_name collate "C"
