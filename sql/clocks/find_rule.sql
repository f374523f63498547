-- The rule with this key in force on a day, of the first jurisdiction in the list that has one.
select jurisdiction, key, value, unit, basis_zh, basis_en
  from rule
 where key = :key and jurisdiction = any (:jurisdictions::text[])
   and valid_from <= :day::date and (valid_to is null or valid_to > :day::date)
 order by array_position(:jurisdictions::text[], jurisdiction), valid_from desc
 limit 1
