-- The demo's organisations. Rows as a JSON array; all or nothing.
insert into organisation (district_code, id, kind, name_zh, name_en, credit_code, utility_kind, is_demo, created_at)
select r.district_code, r.id, r.kind, r.name_zh, r.name_en, r.credit_code, r.utility_kind, r.is_demo, r.created_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, kind organisation_kind, name_zh text, name_en text, credit_code text,
        utility_kind text, is_demo boolean, created_at timestamptz)
