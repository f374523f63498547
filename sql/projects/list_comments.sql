-- The internal notes of the caller's organisation on a project, oldest first.
select id, author_name, body, created_at from comment
 where district_code = :district_code and project_id = :project_id
 order by created_at, id limit 500
