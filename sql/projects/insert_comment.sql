-- An internal note on a project.
insert into comment (district_code, id, project_id, organisation_id, author_id, author_name, body, created_at)
values (:district_code, :id, :project_id, :organisation_id, :author_id, :author_name, :body, :now)
