-- Streets, towns and counties of today by name or code; those of the caller's districts first. A shared table: no district of its own.
select code, name_zh, name_en, level, administered_by,
       case when code = :q then 0 when name_zh = :q or lower(name_en) = lower(:q) then 1 when name_zh ilike :beginning or name_en ilike :beginning then 2 else 3 end as "rank!",
       st_x(st_pointonsurface(geom)) as lon, st_y(st_pointonsurface(geom)) as lat,
       st_xmin(geom) as west, st_ymin(geom) as south, st_xmax(geom) as east, st_ymax(geom) as north
  from admin_area
 where valid_from <= :day::date and (valid_to is null or valid_to > :day::date) and geom is not null
   and (code = :q or name_zh ilike :within or name_en ilike :within)
 order by 6, (left(code, 6) = any (:district_codes::text[])) desc, code collate "C"
 limit :limit::int
