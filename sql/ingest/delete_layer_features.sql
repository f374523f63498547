-- Takes the former features of a layer out, when it is imported anew.
delete from layer_feature where district_code = :district_code and layer_id = :layer_id
