-- One fee as the caller may see it.
select district_code, id, project_id, permit_id, status, total as "total!", authority_id, promoter_id, contractor_id, version
  from permit_fee where district_code = :district_code and id = :id
