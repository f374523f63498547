-- The permits of one project that the caller may see, newest first.
select district_code, id, project_id, reference, kind, status, authority_id, promoter_id, contractor_id, submitted_at, accepted_at, decided_at, delivered_at,
       valid_from, valid_to, conditions, decision_reason, supplement_items, is_retrospective, is_joint, joint_with, extended_at, start_extensions,
       appeal_key, appeal_review_until, appeal_suit_until, ending_basis, hearing_told_on, deregistered_from, moratorium_exception, agent_id, version, created_at
  from permit where district_code = :district_code and project_id = :project_id
 order by created_at desc, reference desc limit 100
