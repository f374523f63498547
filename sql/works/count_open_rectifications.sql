-- How many rectifications of a project are not cleared.
select count(*) as "count!" from rectification
 where district_code = :district_code and project_id = :project_id and status <> 'cleared'
