-- The legs of a home's sale. Row security of transfer_leg decides: the registry its own, a utility those addressed to it.
create or replace view home_sale_leg with (security_invoker = true) as
select district_code, id, case_id, case_reference, kind, status, updated_at
  from transfer_leg;
grant select on home_sale_leg to dongtu_app;
grant select on home_sale_leg to dongtu_system;
