-- The features of one imported layer, without order. Who may see the layer is decided before (find_layer). Runs as dongtu_map.
select district_code, number as key, number::text as "id!", properties, geom
  from layer_feature
 where district_code = :layer_district_code and layer_id = :layer_id
