-- Water, green, airport and landmarks of the demo's own base map. Rows as a JSON array; all or nothing.
insert into basemap_feature (district_code, id, theme, name_zh, name_en, source, geom)
select r.district_code, r.id, r.theme, r.name_zh, r.name_en, r.source, st_setsrid(st_geomfromgeojson(r.geom), 4490)
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, theme text, name_zh text, name_en text, source text, geom text)
