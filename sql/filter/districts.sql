-- Administrative divisions with an outline on a day, without order, for everybody. A shared table: coded under is parent_code, administered by is apart.
select code as key, code as id, code, parent_code, level, name_zh, name_en, administered_by, valid_from, valid_to, source, geom
  from admin_area
 where geom is not null and valid_from <= :today::date and (valid_to is null or valid_to > :today::date)
