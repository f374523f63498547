-- The end of an import, once: what was read, written, refused and noted.
update import_job
   set status = :status::import_status, progress = 1, read = :read, written = :written, rejected = :rejected, total = coalesce(:total::bigint, total), notes = :notes,
       summary = coalesce(:summary, summary), mapping = coalesce(:mapping, mapping), rows_digest = :rows_digest,
       finished_at = :now, leased_until = null, version = version + 1
 where district_code = :district_code and id = :id and status = 'running' and attempts = :attempts
returning version
