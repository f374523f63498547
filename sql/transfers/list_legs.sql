-- The legs of some cases as the caller may see them: the registry all, a utility its own. By case, then kind.
select district_code, id, case_id, case_reference, unit_label, admin_code, street_name, kind, utility_id, registry_id, status,
       account_masked, reason_code, reason_detail, arrears_yuan, push_key, utility_ack, attempts, next_at, pushed_at, acknowledged_at, finished_at, version, updated_at
  from transfer_leg
 where district_code = :district_code and case_id = any (:case_ids::uuid[])
 order by case_id, kind
