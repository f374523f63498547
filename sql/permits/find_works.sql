-- The works under a permit: whether a change would still come beforehand.
select id, status, started_at from works where district_code = :district_code and project_id = :project_id
