-- The demo's permits. Rows as a JSON array; all or nothing.
insert into permit (district_code, id, promoter_id, contractor_id, project_id, reference, kind, status, authority_id,
                    submitted_at, accepted_at, decided_at, delivered_at, valid_from, valid_to, conditions,
                    decision_reason, supplement_items, is_retrospective, version, created_at, updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.project_id, r.reference, r.kind, r.status,
       r.authority_id, r.submitted_at, r.accepted_at, r.decided_at, r.delivered_at, r.valid_from, r.valid_to,
       r.conditions, r.decision_reason, r.supplement_items, r.is_retrospective, r.version, r.created_at, r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, project_id uuid, reference text,
        kind permit_kind, status permit_status, authority_id uuid, submitted_at timestamptz,
        accepted_at timestamptz, decided_at timestamptz, delivered_at timestamptz, valid_from date,
        valid_to date, conditions jsonb, decision_reason text, supplement_items jsonb, is_retrospective boolean,
        version int, created_at timestamptz, updated_at timestamptz)
