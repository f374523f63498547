-- The approval items of the demo's building works. Rows as a JSON array; all or nothing.
insert into approval_item (district_code, id, promoter_id, contractor_id, project_id, stage, item, status, authority_id, document_no, asked_at, answered_at,
                           version, updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.project_id, r.stage, r.item, r.status, r.authority_id, r.document_no, r.asked_at,
       r.answered_at, r.version, r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, project_id uuid, stage text, item text,
        status approval_status, authority_id uuid, document_no text, asked_at timestamptz, answered_at timestamptz, version int, updated_at timestamptz)
