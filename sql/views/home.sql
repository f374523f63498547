-- A home with the building it is in. It names nobody. For joins by other rooms.
create or replace view home with (security_invoker = true) as
select u.district_code, u.id, u.unit_code, u.label, u.building_id, b.admin_code, b.street_name
  from home_unit u
  join building b on b.district_code = u.district_code and b.id = u.building_id;
grant select on home to dongtu_app;
grant select on home to dongtu_system;
