-- How many sites of a project are still open ground, or not begun.
select count(*) as "count!" from site
 where district_code = :district_code and project_id = :project_id and status in ('not_begun', 'open', 'reopened')
