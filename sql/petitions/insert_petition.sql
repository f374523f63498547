-- A request as it came in, at a place in lon,lat (CGCS2000): not graded yet.
insert into petition (district_code, id, reference, kind_code, from_kind, body, geom, project_id, promoter_id, authority_id, admin_code, street_name, submitted_at, updated_at)
values (:district_code, :id, :reference, :kind_code, :from_kind, :body, st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4490), :project_id, :promoter_id,
        :authority_id, :admin_code, :street_name, :now::timestamptz, :now::timestamptz)
