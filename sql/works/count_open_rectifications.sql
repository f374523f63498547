-- How many rectifications of a project are neither cleared nor withdrawn.
select count(*) as "count!" from rectification
 where district_code = :district_code and project_id = :project_id and status not in ('cleared', 'withdrawn')
