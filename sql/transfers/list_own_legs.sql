-- The legs addressed to the calling utility, newest change first, from a cursor on.
select district_code, id, case_id, case_reference, unit_label, admin_code, street_name, kind, utility_id, registry_id, status,
       account_masked, reason_code, reason_detail, arrears_yuan, push_key, utility_ack, attempts, next_at, pushed_at, acknowledged_at, finished_at, version, updated_at
  from transfer_leg
 where district_code = :district_code
   and (:statuses::text[] is null or status::text = any (:statuses::text[]))
   and (:before_at::timestamptz is null or (updated_at, id) < (:before_at::timestamptz, :before_id::uuid))
 order by updated_at desc, id desc
 limit :limit::int
