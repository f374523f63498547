-- Consents of the demo's sales. Rows as a JSON array; all or nothing.
insert into consent_receipt (district_code, id, case_id, leg_kind, recipient_id, registry_id, purpose, method,
                             data_kinds, text_version, given_at)
select r.district_code, r.id, r.case_id, r.leg_kind, r.recipient_id, r.registry_id, r.purpose, r.method, r.data_kinds,
       r.text_version, r.given_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, case_id uuid, leg_kind text, recipient_id uuid, registry_id uuid,
        purpose text, method text, data_kinds text[], text_version text, given_at timestamptz)
