-- The registry, and the one utility the leg is addressed to.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table transfer_leg enable row level security;
grant select, insert, update, delete on transfer_leg to dongtu_system;
drop policy if exists system_all on transfer_leg;
create policy system_all on transfer_leg to dongtu_system using (true) with check (true);
revoke all on transfer_leg from dongtu_app;
grant select, insert, update on transfer_leg to dongtu_app;
drop policy if exists app_select on transfer_leg;
create policy app_select on transfer_leg for select to dongtu_app using (registry_id = app_organisation() or utility_id = app_organisation());
drop policy if exists app_insert on transfer_leg;
create policy app_insert on transfer_leg for insert to dongtu_app with check (registry_id = app_organisation());
drop policy if exists app_update on transfer_leg;
create policy app_update on transfer_leg for update to dongtu_app using (registry_id = app_organisation() or utility_id = app_organisation()) with check (registry_id = app_organisation() or utility_id = app_organisation());
drop policy if exists app_delete on transfer_leg;
