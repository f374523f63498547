-- The past of a dig, seen like its project; written by the system fold.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
-- promoter_id and contractor_id are compared (own digs on the map), never answered to the public.
alter table project_version enable row level security;
grant select, insert, update, delete on project_version to dongtu_system;
drop policy if exists system_all on project_version;
create policy system_all on project_version to dongtu_system using (true) with check (true);
revoke all on project_version from dongtu_app;
grant select on project_version to dongtu_app;
drop policy if exists app_select on project_version;
create policy app_select on project_version for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on project_version;
drop policy if exists app_update on project_version;
drop policy if exists app_delete on project_version;
revoke all on project_version from dongtu_map;
grant select (district_code, project_id, version, stage, card, card_owner, kind, name, planned_from, planned_to, geom, geom_3857, is_public, valid_from, valid_to, recorded_from, recorded_to, promoter_id, contractor_id) on project_version to dongtu_map;
drop policy if exists map_read on project_version;
create policy map_read on project_version for select to dongtu_map using (true);
