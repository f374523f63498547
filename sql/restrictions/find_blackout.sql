-- One blackout period, public as all of them are.
select district_code, id, name_zh, name_en, reason, basis, note, kinds, exempts_emergency, from_on, to_on, ended_on, end_reason,
       coalesce(upper(period) > :day::date, false) as "is_open!", st_asgeojson(geom, 7)::json as geometry, version
  from blackout
 where district_code = :district_code and id = :id
