-- The mandates that the caller may see, newest first.
select district_code, id, promoter_id, promoter_name, authority_id, text, valid_to, given_by, given_name, given_at, withdrawn_at, version
  from mandate where district_code = :district_code
 order by given_at desc, id limit 200
