-- Names of organisations are known to everyone signed in; the operator maintains those of its district.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table organisation enable row level security;
grant select, insert, update, delete on organisation to dongtu_system;
drop policy if exists system_all on organisation;
create policy system_all on organisation to dongtu_system using (true) with check (true);
revoke all on organisation from dongtu_app;
grant select, insert, update on organisation to dongtu_app;
drop policy if exists app_select on organisation;
create policy app_select on organisation for select to dongtu_app using (true);
drop policy if exists app_insert on organisation;
create policy app_insert on organisation for insert to dongtu_app with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_update on organisation;
create policy app_update on organisation for update to dongtu_app using (app_role() in ('admin') and district_code = any (app_districts())) with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_delete on organisation;
revoke all on organisation from dongtu_map;
grant select (district_code, id, kind, name_zh, name_en, utility_kind, is_demo) on organisation to dongtu_map;
drop policy if exists map_read on organisation;
create policy map_read on organisation for select to dongtu_map using (true);
