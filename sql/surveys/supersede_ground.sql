-- The as-built ground of a site, true until the next survey of it, is known no longer.
update project_geometry set valid_to = greatest(valid_from, :surveyed_at::timestamptz), recorded_to = :recorded_at
 where district_code = :district_code and site_id = :site_id and life = 'as_built' and recorded_to is null
