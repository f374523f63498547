-- The demo's blackout periods, in the whole district. Rows as a JSON array; all or nothing.
insert into blackout (district_code, id, name_zh, name_en, reason, basis, kinds, from_on, to_on, organisation_id, created_at, updated_at)
select r.district_code, r.id, r.name_zh, r.name_en, r.reason, r.basis, r.kinds, r.from_on, r.to_on, r.organisation_id, r.created_at, r.created_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, name_zh text, name_en text, reason text, basis text, kinds text[],
        from_on date, to_on date, organisation_id uuid, created_at timestamptz)
