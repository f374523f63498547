-- A file that was taken, waiting to be read.
insert into import_job (district_code, id, organisation_id, person_id, target, layer_name, layer_audience, source_layer, file_name, file_size,
                        file_sha256, store_key, crs, encoding, mapping, mode, created_at)
values (:district_code, :id, :organisation_id, :person_id, :target, :layer_name, :layer_audience, :source_layer, :file_name, :file_size,
        :file_sha256, :store_key, :crs, :encoding, :mapping, :mode, :now)
