-- A new application, still a draft.
insert into permit (district_code, id, project_id, reference, kind, status, authority_id, promoter_id, contractor_id, is_retrospective, agent_id, created_at, updated_at)
values (:district_code, :id, :project_id, :reference, :kind, 'draft', :authority_id, :promoter_id, :contractor_id, :is_retrospective, :agent_id, :now, :now)
