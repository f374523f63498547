-- The list of homes of a building; it names nobody. Registry and planners maintain it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table home_unit enable row level security;
grant select, insert, update, delete on home_unit to dongtu_system;
drop policy if exists system_all on home_unit;
create policy system_all on home_unit to dongtu_system using (true) with check (true);
revoke all on home_unit from dongtu_app;
grant select, insert, update on home_unit to dongtu_app;
drop policy if exists app_select on home_unit;
create policy app_select on home_unit for select to dongtu_app using (true);
drop policy if exists app_insert on home_unit;
create policy app_insert on home_unit for insert to dongtu_app with check (app_role() in ('registry', 'planner', 'admin') and district_code = any (app_districts()));
drop policy if exists app_update on home_unit;
create policy app_update on home_unit for update to dongtu_app using (app_role() in ('registry', 'planner', 'admin') and district_code = any (app_districts())) with check (app_role() in ('registry', 'planner', 'admin') and district_code = any (app_districts()));
drop policy if exists app_delete on home_unit;
