-- Whether there is a division of this code, with an outline, inside the district on a day. A shared table: no district. No row: there is none.
select code from admin_area
 where code = :code and code like :prefix || '%' and geom is not null and valid_from <= :day::date and (valid_to is null or valid_to > :day::date)
