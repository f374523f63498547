-- The demo's digs, with the stage and card that the fold gives them. Rows as a JSON array; all or nothing.
insert into dig_project (district_code, id, promoter_id, contractor_id, reference, project_code, name, name_en,
                         description, kind, status, stage, card, card_owner, promoter_name, contractor_name,
                         authority_id, town_id, admin_code, street_name, planned_from, planned_to, depth_m, width_m,
                         is_retrospective, emergency_cause, geom, centre_line, begun_on, ended_on, version,
                         created_at, updated_at)
select r.district_code, r.id, r.promoter_id, r.contractor_id, r.reference, r.project_code, r.name, r.name_en,
       r.description, r.kind, r.status, r.stage, r.card, r.card_owner, r.promoter_name, r.contractor_name,
       r.authority_id, r.town_id, r.admin_code, r.street_name, r.planned_from, r.planned_to, r.depth_m, r.width_m,
       r.is_retrospective, r.emergency_cause, st_setsrid(st_geomfromgeojson(r.geom), 4490),
       st_setsrid(st_geomfromgeojson(r.centre_line), 4490), r.begun_on, r.ended_on, r.version, r.created_at,
       r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, promoter_id uuid, contractor_id uuid, reference text, project_code text,
        name text, name_en text, description text, kind project_kind, status project_status,
        stage project_stage, card card, card_owner card_owner, promoter_name text, contractor_name text,
        authority_id uuid, town_id uuid, admin_code text, street_name text, planned_from date, planned_to date,
        depth_m double precision, width_m double precision, is_retrospective boolean, emergency_cause text,
        geom text, centre_line text, begun_on date, ended_on date, version int, created_at timestamptz,
        updated_at timestamptz)
