-- Blackout periods of a district that are in force on or after a day, then those past when asked, each in the order of their beginning.
select district_code, id, name_zh, name_en, reason, basis, note, kinds, exempts_emergency, from_on, to_on, ended_on, end_reason,
       coalesce(upper(period) > :day::date, false) as "is_open!", st_asgeojson(geom, 7)::json as geometry, version
  from blackout
 where district_code = :district_code and (:with_past::boolean or upper(period) > :day::date)
 order by 14 desc, from_on, id
 limit 200
