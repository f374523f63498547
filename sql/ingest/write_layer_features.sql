-- Moves an import's staged rows to the features of its layer.
insert into layer_feature (district_code, id, layer_id, number, audience, organisation_id, properties, geom, geom_3857)
select r.district_code, r.id, :layer_id, r.number, :audience, r.organisation_id, r.properties, r.geom, r.geom_3857
  from import_row r
 where r.district_code = :district_code and r.import_id = :import_id
