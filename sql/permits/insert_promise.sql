-- A promise that is about to be signed.
insert into permit_promise (district_code, id, permit_id, project_id, status, documents, until, text, signed_by, signed_name, signed_at, authority_id, promoter_id, contractor_id, updated_at)
values (:district_code, :id, :permit_id, :project_id, 'draft', :documents, :until::date, :text, :signed_by, :signed_name, :now, :authority_id, :promoter_id, :contractor_id, :now)
