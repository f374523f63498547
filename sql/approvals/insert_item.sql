-- An approval item that is about to be asked for. No row back: somebody else asked for it first.
insert into approval_item (district_code, id, project_id, stage, item, status, authority_id, promoter_id, contractor_id, asked_at, updated_at)
values (:district_code, :id, :project_id, :stage, :item, 'draft', :authority_id, :promoter_id, :contractor_id, :now, :now)
on conflict (district_code, project_id, item) do nothing
returning id
