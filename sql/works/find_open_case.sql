-- The open case of an emergency that was not filed in time, locked.
select district_code, id, project_id, status, authority_id, promoter_id, contractor_id, version
  from emergency_case where district_code = :district_code and project_id = :project_id and status = 'open' for update
