-- How many permits a project has had: the next takes the next number.
select count(*) as "count!" from permit where district_code = :district_code and project_id = :project_id
