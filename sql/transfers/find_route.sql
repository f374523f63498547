-- The utility that serves a street with something on a day; the narrowest area wins. No row: nobody does.
select id, utility_id, unit_code, precheck_url
  from utility_route
 where district_code = :district_code and utility_kind = :kind and :admin_code::text like admin_code || '%'
   and valid_from <= :day::date and (valid_to is null or valid_to > :day::date)
 order by length(admin_code) desc, valid_from desc
 limit 1
