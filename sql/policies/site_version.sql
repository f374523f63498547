-- The past of a site, seen like its project.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table site_version enable row level security;
grant select, insert, update, delete on site_version to dongtu_system;
drop policy if exists system_all on site_version;
create policy system_all on site_version to dongtu_system using (true) with check (true);
revoke all on site_version from dongtu_app;
grant select on site_version to dongtu_app;
drop policy if exists app_select on site_version;
create policy app_select on site_version for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on site_version;
drop policy if exists app_update on site_version;
drop policy if exists app_delete on site_version;
revoke all on site_version from dongtu_map;
grant select (district_code, site_id, version, project_id, status, valid_from, valid_to, recorded_from, recorded_to) on site_version to dongtu_map;
drop policy if exists map_read on site_version;
create policy map_read on site_version for select to dongtu_map using (true);
