-- What the demo's inspections ordered to be put right. Rows as a JSON array; all or nothing.
insert into rectification (district_code, id, promoter_id, contractor_id, inspection_id, project_id, site_id,
                           reference, status, severity, items, issued_at, due_on, cleared_at, organisation_id,
                           updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.inspection_id, r.project_id, r.site_id, r.reference,
       r.status, r.severity, r.items, r.issued_at, r.due_on, r.cleared_at, r.organisation_id, r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, inspection_id uuid, project_id uuid,
        site_id uuid, reference text, status rectification_status, severity text, items jsonb,
        issued_at timestamptz, due_on date, cleared_at timestamptz, organisation_id uuid, updated_at timestamptz)
