-- Everybody sees roads; planners and the authority maintain them.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table road_segment enable row level security;
grant select, insert, update, delete on road_segment to dongtu_system;
drop policy if exists system_all on road_segment;
create policy system_all on road_segment to dongtu_system using (true) with check (true);
revoke all on road_segment from dongtu_app;
grant select, insert, update, delete on road_segment to dongtu_app;
drop policy if exists app_select on road_segment;
create policy app_select on road_segment for select to dongtu_app using (true);
drop policy if exists app_insert on road_segment;
create policy app_insert on road_segment for insert to dongtu_app with check (app_role() in ('planner', 'authority', 'admin') and district_code = any (app_districts()));
drop policy if exists app_update on road_segment;
create policy app_update on road_segment for update to dongtu_app using (app_role() in ('planner', 'authority', 'admin') and district_code = any (app_districts())) with check (app_role() in ('planner', 'authority', 'admin') and district_code = any (app_districts()));
drop policy if exists app_delete on road_segment;
create policy app_delete on road_segment for delete to dongtu_app using (app_role() in ('planner', 'authority', 'admin') and district_code = any (app_districts()));
revoke all on road_segment from dongtu_map;
grant select (district_code, id, code, name, name_en, class, lanes, width_m, surface, handed_over_on, overhauled_on, geom, geom_3857, length_m, version, updated_at) on road_segment to dongtu_map;
drop policy if exists map_read on road_segment;
create policy map_read on road_segment for select to dongtu_map using (true);
