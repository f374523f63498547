-- An organisation's own.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table subscription enable row level security;
grant select, insert, update, delete on subscription to dongtu_system;
drop policy if exists system_all on subscription;
create policy system_all on subscription to dongtu_system using (true) with check (true);
revoke all on subscription from dongtu_app;
grant select, insert, update on subscription to dongtu_app;
drop policy if exists app_select on subscription;
create policy app_select on subscription for select to dongtu_app using (organisation_id = app_organisation());
drop policy if exists app_insert on subscription;
create policy app_insert on subscription for insert to dongtu_app with check (organisation_id = app_organisation());
drop policy if exists app_update on subscription;
create policy app_update on subscription for update to dongtu_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
drop policy if exists app_delete on subscription;
