-- An organisation's own remembered mappings.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table import_mapping enable row level security;
grant select, insert, update, delete on import_mapping to dongtu_system;
drop policy if exists system_all on import_mapping;
create policy system_all on import_mapping to dongtu_system using (true) with check (true);
revoke all on import_mapping from dongtu_app;
grant select, insert, update on import_mapping to dongtu_app;
drop policy if exists app_select on import_mapping;
create policy app_select on import_mapping for select to dongtu_app using (organisation_id = app_organisation());
drop policy if exists app_insert on import_mapping;
create policy app_insert on import_mapping for insert to dongtu_app with check (organisation_id = app_organisation());
drop policy if exists app_update on import_mapping;
create policy app_update on import_mapping for update to dongtu_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
drop policy if exists app_delete on import_mapping;
