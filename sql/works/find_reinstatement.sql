-- One reinstatement as the caller may see it.
select district_code, id, project_id, status, authority_id, promoter_id, contractor_id, version
  from reinstatement where district_code = :district_code and id = :id
