-- The newest over-dig case of a dig, as the caller may see it.
select district_code, id, status, authority_id, excess_m2, excess_share, outcome, reason, opened_at, closed_at, version
  from overdig_case where district_code = :district_code and project_id = :project_id
 order by opened_at desc, id desc limit 1
