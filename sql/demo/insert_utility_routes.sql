-- Which utility serves which street of the demo. Rows as a JSON array; all or nothing.
insert into utility_route (district_code, id, utility_kind, utility_id, admin_code, unit_code, valid_from)
select r.district_code, r.id, r.utility_kind, r.utility_id, r.admin_code, r.unit_code, r.valid_from
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, utility_kind text, utility_id uuid, admin_code text, unit_code text,
        valid_from date)
