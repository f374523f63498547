-- A paper that is due: what it says, frozen. Done twice for the same move and version it is there once; no row back then.
insert into issued_document (district_code, id, project_id, permit_id, event_id, kind, number, version, content, reissue_reason, authority_id, promoter_id,
                             contractor_id, issued_by, issued_at, next_at)
values (:district_code, :id, :project_id, :permit_id, :event_id, :kind, :number, :version, :content::jsonb, :reissue_reason, :authority_id, :promoter_id,
        :contractor_id, :issued_by, :issued_at, :wall)
on conflict (district_code, event_id, kind, version) do nothing
returning id
