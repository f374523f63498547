-- A granted file that is about to be handed over.
insert into handover (district_code, id, permit_id, project_id, status, unit_id, authority_id, promoter_id, contractor_id, handed_at, updated_at)
values (:district_code, :id, :permit_id, :project_id, 'draft', :unit_id, :authority_id, :promoter_id, :contractor_id, :now, :now)
