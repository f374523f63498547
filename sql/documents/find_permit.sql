-- The dig of a permit, if the caller may see the permit.
select district_code, id, project_id from permit where district_code = :district_code and id = :id
