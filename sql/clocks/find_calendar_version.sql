-- The newest notice published by a day: its version names the whole calendar as known then.
select version, (select min(known_from) from calendar_version where published_on <= :day::date) as "known_from!",
       (select max(known_until) from calendar_version where published_on <= :day::date) as "known_until!"
  from calendar_version
 where published_on <= :day::date
 order by published_on desc, version collate "C" desc
 limit 1
