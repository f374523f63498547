-- The demo's sellers and buyers, sealed. Rows as a JSON array; all or nothing.
insert into transfer_party (district_code, id, case_id, registry_id, side, number, id_type, name_sealed, name_masked,
                            id_no_sealed, id_no_hmac, phone_sealed, created_at)
select r.district_code, r.id, r.case_id, r.registry_id, r.side, r.number, r.id_type, r.name_sealed, r.name_masked,
       r.id_no_sealed, r.id_no_hmac, r.phone_sealed, r.created_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, case_id uuid, registry_id uuid, side text, number int, id_type text,
        name_sealed text, name_masked text, id_no_sealed text, id_no_hmac text, phone_sealed text,
        created_at timestamptz)
