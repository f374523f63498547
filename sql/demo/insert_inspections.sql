-- The demo's inspections. Rows as a JSON array; all or nothing.
insert into inspection (district_code, id, promoter_id, contractor_id, project_id, site_id, reference, kind, category,
                        outcome, findings, note, promoter_told, made_safe, position, position_accuracy_m, distance_m,
                        inspector_id, inspector_name, organisation_id, inspected_at, recorded_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.project_id, r.site_id, r.reference, r.kind,
       r.category, r.outcome, r.findings, r.note, r.promoter_told, r.made_safe,
       st_setsrid(st_geomfromgeojson(r.position), 4490), r.position_accuracy_m, r.distance_m, r.inspector_id,
       r.inspector_name, r.organisation_id, r.inspected_at, r.recorded_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, project_id uuid, site_id uuid,
        reference text, kind text, category text, outcome inspection_outcome, findings jsonb, note text,
        promoter_told boolean, made_safe boolean, position text, position_accuracy_m double precision,
        distance_m double precision, inspector_id uuid, inspector_name text, organisation_id uuid,
        inspected_at timestamptz, recorded_at timestamptz)
