-- The kinds of alert that may be issued, as rules in force on a day, of the narrowest jurisdiction that has each; by key.
select distinct on (key) key, value, basis_zh, basis_en
  from rule
 where key like 'alert.%' and jurisdiction = any (:jurisdictions::text[])
   and valid_from <= :day::date and (valid_to is null or valid_to > :day::date)
 order by key, array_position(:jurisdictions::text[], jurisdiction), valid_from desc
