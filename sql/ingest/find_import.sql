-- One import with what it has come to, as row security lets the caller see it.
select district_code, id, target, layer_name, layer_audience, source_layer, file_name, file_size, crs, encoding, mapping, mode, status, progress,
       total, read, written, rejected, notes, summary, created_at, started_at, finished_at, version
  from import_job
 where district_code = :district_code and id = :id
