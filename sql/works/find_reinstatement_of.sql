-- How the ground of a dig was restored, as the caller may see it; no row before its acceptance.
select id, status, area_m2, permanent_area_m2, measured_at, made_permanent_at, authority_id, version
  from reinstatement where district_code = :district_code and project_id = :project_id
