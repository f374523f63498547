-- The ground that a permit opened is permitted no longer.
update project_geometry set valid_to = :now, recorded_to = :recorded_at
 where district_code = :district_code and project_id = :project_id and life = 'permitted' and recorded_to is null
