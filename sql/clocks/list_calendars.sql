-- Every notice that the calendar is made of, newest first, with how many days it names.
select v.version, v.jurisdiction, v.published_on, v.known_from, v.known_until, v.source,
       (select count(*) from calendar_day d where d.version = v.version and not d.is_working) as "days_off!",
       (select count(*) from calendar_day d where d.version = v.version and d.is_working) as "days_worked!"
  from calendar_version v
 order by v.published_on desc, v.version collate "C" desc
 limit 100
