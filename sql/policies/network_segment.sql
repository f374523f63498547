-- The owner sees and maintains its network; staff see all of the district. Promoters learn distances from the clash check, not lines.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table network_segment enable row level security;
grant select, insert, update, delete on network_segment to dongtu_system;
drop policy if exists system_all on network_segment;
create policy system_all on network_segment to dongtu_system using (true) with check (true);
revoke all on network_segment from dongtu_app;
grant select, insert, update, delete on network_segment to dongtu_app;
drop policy if exists app_select on network_segment;
create policy app_select on network_segment for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or utility_id = app_organisation());
drop policy if exists app_insert on network_segment;
create policy app_insert on network_segment for insert to dongtu_app with check (utility_id = app_organisation() or (app_role() in ('planner', 'admin') and district_code = any (app_districts())));
drop policy if exists app_update on network_segment;
create policy app_update on network_segment for update to dongtu_app using (utility_id = app_organisation() or (app_role() in ('planner', 'admin') and district_code = any (app_districts()))) with check (utility_id = app_organisation() or (app_role() in ('planner', 'admin') and district_code = any (app_districts())));
drop policy if exists app_delete on network_segment;
create policy app_delete on network_segment for delete to dongtu_app using (utility_id = app_organisation() or (app_role() in ('planner', 'admin') and district_code = any (app_districts())));
revoke all on network_segment from dongtu_map;
grant select (district_code, id, utility_id, theme, kind, status, name, diameter_mm, pressure_mpa, voltage_kv, depth_m, accuracy_m, material, protection_m, geom, geom_3857, length_m, version, updated_at) on network_segment to dongtu_map;
drop policy if exists map_read on network_segment;
create policy map_read on network_segment for select to dongtu_map using (true);
