-- How many visits a dig has had: the next takes the next number.
select count(*) as "count!" from inspection where district_code = :district_code and project_id = :project_id
