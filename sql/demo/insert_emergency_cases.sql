-- The demo's emergencies that were not filed in their hours. Rows as a JSON array; all or nothing.
insert into emergency_case (district_code, id, promoter_id, contractor_id, project_id, status, authority_id, opened_at, updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.project_id, r.status, r.authority_id, r.opened_at, r.opened_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, project_id uuid,
        status emergency_case_status, authority_id uuid, opened_at timestamptz)
