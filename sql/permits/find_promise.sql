-- One promise as the caller may see it.
select district_code, id, permit_id, project_id, status, documents, until, text, signed_by, signed_name, signed_at, accepted_at, ended_at,
       withholds_decision, barred_until, authority_id, promoter_id, contractor_id, version
  from permit_promise where district_code = :district_code and id = :id
