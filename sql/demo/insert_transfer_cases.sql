-- The demo's sales. Rows as a JSON array; all or nothing.
insert into transfer_case (district_code, id, reference, acceptance_no, unit_id, unit_code, unit_label, admin_code,
                           street_name, status, registry_id, certificate_no, entered_at, opened_at, finished_at,
                           cancel_reason, tracking_hash, version, updated_at)
select r.district_code, r.id, r.reference, r.acceptance_no, r.unit_id, r.unit_code, r.unit_label, r.admin_code,
       r.street_name, r.status, r.registry_id, r.certificate_no, r.entered_at, r.opened_at, r.finished_at,
       r.cancel_reason, r.tracking_hash, r.version, r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, reference text, acceptance_no text, unit_id uuid, unit_code text,
        unit_label text, admin_code text, street_name text, status transfer_status, registry_id uuid,
        certificate_no text, entered_at timestamptz, opened_at timestamptz, finished_at timestamptz,
        cancel_reason text, tracking_hash text, version int, updated_at timestamptz)
