-- Checked rows of one batch, kept until the whole file is read.
insert into import_row (district_code, import_id, number, organisation_id, properties, geom)
select :district_code, :import_id, r.number, :organisation_id, r.properties, st_setsrid(st_geomfromgeojson(r.geometry), 4490)
  from jsonb_to_recordset(:rows::jsonb) as r(number bigint, properties jsonb, geometry text)
