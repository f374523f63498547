-- A special procedure begins, with the time the applicant was told it takes.
insert into special_procedure (district_code, id, permit_id, project_id, kind, expected_until, reason, started_at, promoter_id, contractor_id, authority_id)
values (:district_code, :id, :permit_id, :project_id, :kind, :expected_until, :reason, :now, :promoter_id, :contractor_id, :authority_id)
