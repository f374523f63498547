-- Buildings are public; registry and planners maintain them.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table building enable row level security;
grant select, insert, update, delete on building to dongtu_system;
drop policy if exists system_all on building;
create policy system_all on building to dongtu_system using (true) with check (true);
revoke all on building from dongtu_app;
grant select, insert, update on building to dongtu_app;
drop policy if exists app_select on building;
create policy app_select on building for select to dongtu_app using (true);
drop policy if exists app_insert on building;
create policy app_insert on building for insert to dongtu_app with check (app_role() in ('registry', 'planner', 'admin') and district_code = any (app_districts()));
drop policy if exists app_update on building;
create policy app_update on building for update to dongtu_app using (app_role() in ('registry', 'planner', 'admin') and district_code = any (app_districts())) with check (app_role() in ('registry', 'planner', 'admin') and district_code = any (app_districts()));
drop policy if exists app_delete on building;
revoke all on building from dongtu_map;
grant select (district_code, id, estate_name, name, name_en, admin_code, street_name, floors, completed_on, project_id, unit_count, geom, geom_3857, version, updated_at) on building to dongtu_map;
drop policy if exists map_read on building;
create policy map_read on building for select to dongtu_map using (true);
