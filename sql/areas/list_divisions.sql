-- Divisions of a day under one (itself too), by code: for pickers. A shared table: no district.
select code, parent_code, level, name_zh, name_en, administered_by, valid_from, valid_to, source, geom is not null as "has_outline!",
       st_x(st_pointonsurface(geom)) as lon, st_y(st_pointonsurface(geom)) as lat,
       st_xmin(geom) as west, st_ymin(geom) as south, st_xmax(geom) as east, st_ymax(geom) as north
  from admin_area
 where (code = :under or parent_code = :under or code like :under || '%')
   and (:level::text is null or level = :level::text)
   and valid_from <= :day::date and (valid_to is null or valid_to > :day::date)
 order by code collate "C"
 limit 2000
