-- What utilities were asked about the demo's digs, with the ground of the dig. Rows as a JSON array; all or nothing.
insert into utility_request (district_code, id, promoter_id, contractor_id, project_id, utility_id, utility_kind,
                             project_reference, project_name, status, response_code, response_note, nearest_m,
                             segments, asked_at, due_on, answered_at, geom)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.project_id, r.utility_id, r.utility_kind,
       r.project_reference, r.project_name, r.status, r.response_code, r.response_note, r.nearest_m, r.segments,
       r.asked_at, r.due_on, r.answered_at, p.geom
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, project_id uuid, utility_id uuid,
        utility_kind text, project_reference text, project_name text, status request_status, response_code text,
        response_note text, nearest_m double precision, segments int, asked_at timestamptz, due_on date,
        answered_at timestamptz)
  join dig_project p on p.district_code = r.district_code and p.id = r.project_id
