-- One mandate as the caller may see it.
select district_code, id, promoter_id, promoter_name, authority_id, text, valid_to, given_by, given_name, given_at, withdrawn_at, version
  from mandate where district_code = :district_code and id = :id
