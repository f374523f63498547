-- The registry's cases, newest change first, from a cursor on.
select district_code, id, reference, unit_id, unit_label, street_name, status, opened_at, entered_at, finished_at, version, updated_at
  from transfer_case
 where district_code = :district_code
   and (:statuses::text[] is null or status::text = any (:statuses::text[]))
   and (:before_at::timestamptz is null or (updated_at, id) < (:before_at::timestamptz, :before_id::uuid))
 order by updated_at desc, id desc
 limit :limit::int
