-- The newest over-dig case of a dig, locked; no row when it never took more than it was permitted.
select district_code, id, project_id, status, authority_id, promoter_id, contractor_id, excess_m2, excess_share, outcome, reason, opened_at, closed_at, version
  from overdig_case where district_code = :district_code and project_id = :project_id
 order by opened_at desc, id desc limit 1 for update
