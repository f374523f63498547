-- Who is responsible where is public; the operator maintains it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table responsibility enable row level security;
grant select, insert, update, delete on responsibility to dongtu_system;
drop policy if exists system_all on responsibility;
create policy system_all on responsibility to dongtu_system using (true) with check (true);
revoke all on responsibility from dongtu_app;
grant select, insert, update on responsibility to dongtu_app;
drop policy if exists app_select on responsibility;
create policy app_select on responsibility for select to dongtu_app using (true);
drop policy if exists app_insert on responsibility;
create policy app_insert on responsibility for insert to dongtu_app with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_update on responsibility;
create policy app_update on responsibility for update to dongtu_app using (app_role() in ('admin') and district_code = any (app_districts())) with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_delete on responsibility;
revoke all on responsibility from dongtu_map;
grant select (district_code, id, organisation_id, duty, valid_from, valid_to, geom) on responsibility to dongtu_map;
drop policy if exists map_read on responsibility;
create policy map_read on responsibility for select to dongtu_map using (true);
