-- One approval item as the caller may see it.
select district_code, id, project_id, stage, item, status, authority_id, promoter_id, contractor_id, document_no, reason, asked_at, answered_at, version
  from approval_item where district_code = :district_code and id = :id
