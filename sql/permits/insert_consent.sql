-- A consent that is about to be asked for.
insert into permit_consent (district_code, id, permit_id, project_id, kind, status, authority_id, promoter_id, contractor_id, asked_at, updated_at)
values (:district_code, :id, :permit_id, :project_id, :kind, 'draft', :authority_id, :promoter_id, :contractor_id, :now, :now)
