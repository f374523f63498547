-- The sites of the demo's digs. Rows as a JSON array; all or nothing.
insert into site (district_code, id, promoter_id, contractor_id, project_id, number, name, name_en, status, opened_at,
                  backfilled_at, restored_at, depth_m, planned_from, planned_to, geom, stage, card, version,
                  updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.project_id, r.number, r.name, r.name_en, r.status,
       r.opened_at, r.backfilled_at, r.restored_at, r.depth_m, r.planned_from, r.planned_to,
       st_setsrid(st_geomfromgeojson(r.geom), 4490), r.stage, r.card, r.version, r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, project_id uuid, number int,
        name text, name_en text, status site_status, opened_at timestamptz, backfilled_at timestamptz,
        restored_at timestamptz, depth_m double precision, planned_from date, planned_to date, geom text,
        stage project_stage, card card, version int, updated_at timestamptz)
