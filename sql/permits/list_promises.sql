-- The promises of one permit, the latest first.
select district_code, id, permit_id, project_id, status, documents, until, text, signed_by, signed_name, signed_at, accepted_at, ended_at,
       withholds_decision, barred_until, authority_id, promoter_id, contractor_id, version
  from permit_promise where district_code = :district_code and permit_id = :permit_id
 order by signed_at desc, id limit 50
