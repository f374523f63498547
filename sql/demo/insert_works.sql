-- The demo's works. Rows as a JSON array; all or nothing.
insert into works (district_code, id, promoter_id, contractor_id, project_id, status, authority_id, started_at,
                   suspended_at, completed_at, passed_at, guarantee_from, guarantee_to, closed_at, suspension_reason,
                   version, updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.project_id, r.status, r.authority_id, r.started_at,
       r.suspended_at, r.completed_at, r.passed_at, r.guarantee_from, r.guarantee_to, r.closed_at,
       r.suspension_reason, r.version, r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, project_id uuid, status works_status,
        authority_id uuid, started_at timestamptz, suspended_at timestamptz, completed_at timestamptz,
        passed_at timestamptz, guarantee_from date, guarantee_to date, closed_at timestamptz,
        suspension_reason text, version int, updated_at timestamptz)
