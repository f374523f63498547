-- Every exception to Monday to Friday as known on a day; a later notice wins over an earlier one. By day.
select distinct on (d.day) d.day, d.is_working
  from calendar_day d
  join calendar_version v on v.version = d.version
 where v.published_on <= :day::date
 order by d.day, v.published_on desc
