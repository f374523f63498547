-- Seen like its project; written by the system in the move that changes it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table project_geometry enable row level security;
grant select, insert, update, delete on project_geometry to dongtu_system;
drop policy if exists system_all on project_geometry;
create policy system_all on project_geometry to dongtu_system using (true) with check (true);
revoke all on project_geometry from dongtu_app;
grant select on project_geometry to dongtu_app;
drop policy if exists app_select on project_geometry;
create policy app_select on project_geometry for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on project_geometry;
drop policy if exists app_update on project_geometry;
drop policy if exists app_delete on project_geometry;
