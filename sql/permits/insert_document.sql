-- A file handed in as one of the documents; the same one twice is once. Returns its id when it is new.
insert into permit_document (district_code, id, permit_id, project_id, code, attachment_id, handed_in_at, handed_in_by, authority_id, promoter_id, contractor_id)
values (:district_code, :id, :permit_id, :project_id, :code, :attachment_id, :now, :handed_in_by, :authority_id, :promoter_id, :contractor_id)
on conflict (district_code, permit_id, code, attachment_id) do nothing
returning id
