-- Pushes and callbacks of the demo's transfers. Rows as a JSON array; all or nothing.
insert into leg_message (district_code, id, leg_id, utility_id, registry_id, direction, kind, key, outcome, at)
select r.district_code, r.id, r.leg_id, r.utility_id, r.registry_id, r.direction, r.kind, r.key, r.outcome, r.at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, leg_id uuid, utility_id uuid, registry_id uuid, direction text, kind text,
        key text, outcome text, at timestamptz)
