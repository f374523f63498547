-- One file's row: what it is, whose it is, who may see it, where its bytes are. Never changed afterwards.
insert into attachment (district_code, id, project_id, subject_kind, subject_id, name, media_type, size_bytes, sha256, store_key, audience,
                        organisation_id, promoter_id, contractor_id, uploaded_by, taken_at, taken_where, created_at)
values (:district_code, :id, :project_id, :subject_kind, :subject_id, :name, :media_type, :size_bytes, :sha256, :store_key, :audience,
        :organisation_id, :promoter_id, :contractor_id, :uploaded_by, :taken_at::timestamptz,
        st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4490), :now)
