-- Which homes have a sale with a linked transfer. Row security of transfer_case decides: the registry its own, nobody else any.
create or replace view home_sale with (security_invoker = true) as
select district_code, id, unit_id, reference, status, registry_id, opened_at, entered_at, finished_at,
       status in ('completed', 'completed_with_exceptions', 'cancelled') as is_past
  from transfer_case;
grant select on home_sale to dongtu_app;
grant select on home_sale to dongtu_system;
