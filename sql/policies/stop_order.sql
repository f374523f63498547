-- Staff of the district and the parties of a dig see its stop orders; the promoter acknowledges its own. They are written by the jobs of an alert, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: jobs, guards.
alter table stop_order enable row level security;
grant select, insert, update, delete on stop_order to dongtu_system;
drop policy if exists system_all on stop_order;
create policy system_all on stop_order to dongtu_system using (true) with check (true);
revoke all on stop_order from dongtu_app;
grant select, update on stop_order to dongtu_app;
drop policy if exists app_select on stop_order;
create policy app_select on stop_order for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_update on stop_order;
create policy app_update on stop_order for update to dongtu_app using (promoter_id = app_organisation()) with check (promoter_id = app_organisation());
