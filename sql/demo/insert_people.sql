-- The demo's people; their invented telephone numbers arrive sealed. Rows as a JSON array; all or nothing.
insert into person (district_code, id, organisation_id, login, name_zh, name_en, role, phone_sealed, is_demo,
                    created_at)
select r.district_code, r.id, r.organisation_id, r.login, r.name_zh, r.name_en, r.role, r.phone_sealed, r.is_demo,
       r.created_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, organisation_id uuid, login text, name_zh text, name_en text,
        role member_role, phone_sealed text, is_demo boolean, created_at timestamptz)
