-- One leg as the caller may see it, by its case and kind.
select district_code, id, case_id, case_reference, unit_label, admin_code, street_name, kind, utility_id, registry_id, status,
       account_masked, reason_code, reason_detail, arrears_yuan, push_key, utility_ack, attempts, next_at, pushed_at, acknowledged_at, finished_at, version, updated_at
  from transfer_leg
 where district_code = :district_code and case_id = :case_id and kind = :kind
