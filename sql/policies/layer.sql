-- By its audience: the public, the staff of the district, or its own organisation.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table layer enable row level security;
grant select, insert, update, delete on layer to dongtu_system;
drop policy if exists system_all on layer;
create policy system_all on layer to dongtu_system using (true) with check (true);
revoke all on layer from dongtu_app;
grant select, insert, update, delete on layer to dongtu_app;
drop policy if exists app_select on layer;
create policy app_select on layer for select to dongtu_app using (audience = 'public' or (audience = 'staff' and (app_is_staff() and district_code = any (app_districts()))) or organisation_id = app_organisation());
drop policy if exists app_insert on layer;
create policy app_insert on layer for insert to dongtu_app with check (organisation_id = app_organisation());
drop policy if exists app_update on layer;
create policy app_update on layer for update to dongtu_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
drop policy if exists app_delete on layer;
create policy app_delete on layer for delete to dongtu_app using (organisation_id = app_organisation());
revoke all on layer from dongtu_map;
grant select (district_code, id, name, title_zh, title_en, audience, organisation_id, geometry_type, licence, source, created_at, version) on layer to dongtu_map;
drop policy if exists map_read on layer;
create policy map_read on layer for select to dongtu_map using (true);
