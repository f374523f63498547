-- The files of the demo's granted permits that were handed over to supervision. Rows as a JSON array; all or nothing.
insert into handover (district_code, id, promoter_id, contractor_id, permit_id, project_id, status, unit_id, authority_id, handed_at, signed_at, version, updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.permit_id, r.project_id, r.status, r.unit_id, r.authority_id, r.handed_at, r.signed_at, r.version,
       r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, permit_id uuid, project_id uuid,
        status handover_status, unit_id uuid, authority_id uuid, handed_at timestamptz, signed_at timestamptz, version int, updated_at timestamptz)
