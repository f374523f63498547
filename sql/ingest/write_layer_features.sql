-- Moves an import's staged rows to the features of its layer.
insert into layer_feature (district_code, id, layer_id, number, audience, organisation_id, properties, geom)
select r.district_code, gen_random_uuid(), :layer_id, r.number, :audience, r.organisation_id, r.properties, r.geom
  from import_row r
 where r.district_code = :district_code and r.import_id = :import_id
