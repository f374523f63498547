-- Checked rows of one batch, kept until the whole file is read, with all that their move would otherwise have to work out.
insert into import_row (district_code, import_id, number, organisation_id, properties, id, geom, geom_3857, length_m)
select :district_code, :import_id, r.number, :organisation_id, r.properties, gen_random_uuid(), shape.geom, st_transform(shape.geom, 3857),
       st_length(shape.geom::geography)
  from jsonb_to_recordset(:rows::jsonb) as r(number bigint, properties jsonb, geometry text)
 cross join lateral (select st_setsrid(st_geomfromgeojson(r.geometry), 4490) as geom offset 0) shape
