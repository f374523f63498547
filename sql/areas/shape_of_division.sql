-- The outline of a division on a day, widened by metres when asked. A shared table: no district. No row: no such division then.
select encode(st_asewkb(buffer_metres(geom, :buffer_m::float8)), 'hex') as ewkb, name_zh, name_en
  from admin_area
 where code = :code and valid_from <= :day::date and (valid_to is null or valid_to > :day::date)
