-- One consent as the caller may see it.
select district_code, id, permit_id, project_id, kind, status, authority_id, promoter_id, contractor_id, conditions, reason, asked_at, answered_at, version
  from permit_consent where district_code = :district_code and id = :id
