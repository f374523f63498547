-- The demo's holds: warnings, none of which blocks. Rows as a JSON array; all or nothing.
insert into hold (district_code, id, promoter_id, organisation_id, reason, basis_zh, basis_en, is_blocking, sampling_factor, placed_at)
select r.district_code, r.id, r.promoter_id, r.organisation_id, r.reason, r.basis_zh, r.basis_en, false, r.sampling_factor, r.placed_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, organisation_id uuid, reason text, basis_zh text,
        basis_en text, sampling_factor double precision, placed_at timestamptz)
