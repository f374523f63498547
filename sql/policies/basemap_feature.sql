-- Public base map.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table basemap_feature enable row level security;
grant select, insert, update, delete on basemap_feature to dongtu_system;
drop policy if exists system_all on basemap_feature;
create policy system_all on basemap_feature to dongtu_system using (true) with check (true);
revoke all on basemap_feature from dongtu_app;
grant select on basemap_feature to dongtu_app;
drop policy if exists app_select on basemap_feature;
create policy app_select on basemap_feature for select to dongtu_app using (true);
drop policy if exists app_insert on basemap_feature;
drop policy if exists app_update on basemap_feature;
drop policy if exists app_delete on basemap_feature;
revoke all on basemap_feature from dongtu_map;
grant select (district_code, id, theme, name_zh, name_en, source, geom, geom_3857) on basemap_feature to dongtu_map;
drop policy if exists map_read on basemap_feature;
create policy map_read on basemap_feature for select to dongtu_map using (true);
