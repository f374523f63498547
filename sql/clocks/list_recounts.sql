-- How the clocks of a district were counted again, newest calendar first: how many were looked at, how many moved.
select r.calendar_version, v.published_on, v.known_until, v.source, r.started_at, r.finished_at, r.examined,
       (select count(*) from clock_version m
         where m.district_code = r.district_code and m.calendar_version = r.calendar_version and m.cause = 'recounted') as "moved!"
  from calendar_recount r
  join calendar_version v on v.version = r.calendar_version
 where r.district_code = :district_code
 order by v.published_on desc
 limit 50
