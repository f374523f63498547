-- An organisation's own imports, staged.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table import_row enable row level security;
grant select, insert, update, delete on import_row to dongtu_system;
drop policy if exists system_all on import_row;
create policy system_all on import_row to dongtu_system using (true) with check (true);
revoke all on import_row from dongtu_app;
grant select, insert, delete on import_row to dongtu_app;
drop policy if exists app_select on import_row;
create policy app_select on import_row for select to dongtu_app using (organisation_id = app_organisation());
drop policy if exists app_insert on import_row;
create policy app_insert on import_row for insert to dongtu_app with check (organisation_id = app_organisation());
drop policy if exists app_update on import_row;
drop policy if exists app_delete on import_row;
create policy app_delete on import_row for delete to dongtu_app using (organisation_id = app_organisation());
