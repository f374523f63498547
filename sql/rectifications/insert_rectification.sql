-- A new rectification, issued.
insert into rectification (district_code, id, inspection_id, project_id, site_id, reference, status, severity, items, issued_at, due_on,
                           organisation_id, promoter_id, contractor_id, updated_at)
values (:district_code, :id, :inspection_id, :project_id, :site_id, :reference, 'issued', :severity, :items::jsonb, :now::timestamptz, :due_on,
        :organisation_id, :promoter_id, :contractor_id, :now::timestamptz)
