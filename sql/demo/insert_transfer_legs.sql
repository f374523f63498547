-- The demo's transfers, account numbers sealed. Rows as a JSON array; all or nothing.
insert into transfer_leg (district_code, id, case_id, case_reference, unit_label, admin_code, street_name, kind,
                          utility_id, registry_id, status, account_sealed, account_hmac, account_masked, reason_code,
                          reason_detail, arrears_yuan, push_key, utility_ack, attempts, pushed_at, acknowledged_at,
                          finished_at, version, updated_at)
select r.district_code, r.id, r.case_id, r.case_reference, r.unit_label, r.admin_code, r.street_name, r.kind,
       r.utility_id, r.registry_id, r.status, r.account_sealed, r.account_hmac, r.account_masked, r.reason_code,
       r.reason_detail, r.arrears_yuan, r.push_key, r.utility_ack, r.attempts, r.pushed_at, r.acknowledged_at,
       r.finished_at, r.version, r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, case_id uuid, case_reference text, unit_label text, admin_code text,
        street_name text, kind text, utility_id uuid, registry_id uuid, status leg_status, account_sealed text,
        account_hmac text, account_masked text, reason_code text, reason_detail text,
        arrears_yuan numeric(12, 2), push_key text, utility_ack text, attempts int, pushed_at timestamptz,
        acknowledged_at timestamptz, finished_at timestamptz, version int, updated_at timestamptz)
