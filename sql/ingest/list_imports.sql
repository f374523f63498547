-- The caller's imports, newest first, a page after a cursor.
select district_code, id, target, layer_name, file_name, file_size, mode, status, progress, total, read, written, rejected, created_at, finished_at, version
  from import_job
 where district_code = :district_code
   and (:before_at::timestamptz is null or (created_at, id) < (:before_at::timestamptz, :before_id::uuid))
 order by created_at desc, id desc
 limit :limit::int
