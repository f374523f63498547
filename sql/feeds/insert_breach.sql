-- A limit exceeded for the first time, with the limit and its basis of that day.
insert into breach (district_code, id, datastream_id, project_id, property, began_at, last_at, peak, code, limit_value, unit, basis_zh, basis_en, promoter_id, contractor_id, noticed_at)
values (:district_code, :id::uuid, :datastream_id::uuid, :project_id::uuid, :property, :began_at::timestamptz, :last_at::timestamptz, :peak::float8, :code, :limit_value::float8, :unit,
        :basis_zh, :basis_en, :promoter_id::uuid, :contractor_id::uuid, :now::timestamptz)
