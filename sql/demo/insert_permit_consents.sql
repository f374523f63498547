-- What the traffic police were asked about the demo's digs. Rows as a JSON array; all or nothing.
insert into permit_consent (district_code, id, promoter_id, contractor_id, permit_id, project_id, kind, status, authority_id, asked_at, answered_at,
                            version, updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.permit_id, r.project_id, r.kind, r.status, r.authority_id, r.asked_at, r.answered_at,
       r.version, r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, permit_id uuid, project_id uuid,
        kind consent_kind, status consent_status, authority_id uuid, asked_at timestamptz, answered_at timestamptz, version int, updated_at timestamptz)
