-- Who decides, supervises and answers in which street of the demo. Rows as a JSON array; all or nothing.
insert into responsibility (district_code, id, organisation_id, duty, valid_from, geom)
select r.district_code, r.id, r.organisation_id, r.duty, r.valid_from, st_setsrid(st_geomfromgeojson(r.geom), 4490)
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, organisation_id uuid, duty text, valid_from date, geom text)
