-- What was restored of a dig, as measured at its acceptance.
insert into reinstatement (district_code, id, project_id, status, area_m2, authority_id, promoter_id, contractor_id, measured_at, updated_at)
values (:district_code, :id, :project_id, :status::reinstatement_status, :area_m2, :authority_id, :promoter_id, :contractor_id, :now::timestamptz, :now::timestamptz)
