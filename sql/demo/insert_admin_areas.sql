-- The demo district and its streets and towns, as drawn. Rows as a JSON array; all or nothing.
insert into admin_area (code, valid_from, parent_code, level, name_zh, name_en, administered_by, source, geom)
select r.code, r.valid_from, r.parent_code, r.level, r.name_zh, r.name_en, r.administered_by, r.source,
       st_setsrid(st_geomfromgeojson(r.geom), 4490)
  from json_to_recordset(:rows::json) as r(code text, valid_from date, parent_code text, level text, name_zh text, name_en text,
        administered_by text, source text, geom text)
