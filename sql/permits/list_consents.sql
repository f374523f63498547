-- The consents that one permit needs, in the order in which they were asked.
select district_code, id, permit_id, project_id, kind, status, authority_id, promoter_id, contractor_id, conditions, reason, asked_at, answered_at, version
  from permit_consent where district_code = :district_code and permit_id = :permit_id
 order by asked_at, id
