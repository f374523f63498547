-- Everybody sees what an alert stops, where and until when; the authority issues and lifts it. The public does not learn who issued it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: jobs, guards. dongtu_map: public reads, columns granted one by one.
alter table alert enable row level security;
grant select, insert, update, delete on alert to dongtu_system;
drop policy if exists system_all on alert;
create policy system_all on alert to dongtu_system using (true) with check (true);
revoke all on alert from dongtu_app;
grant select, insert, update on alert to dongtu_app;
drop policy if exists app_select on alert;
create policy app_select on alert for select to dongtu_app using (true);
drop policy if exists app_insert on alert;
create policy app_insert on alert for insert to dongtu_app with check (organisation_id = app_organisation() and app_role() = 'authority' and district_code = any (app_districts()));
drop policy if exists app_update on alert;
create policy app_update on alert for update to dongtu_app using (app_role() = 'authority' and district_code = any (app_districts())) with check (app_role() = 'authority' and district_code = any (app_districts()));
revoke all on alert from dongtu_map;
grant select (district_code, id, kind, level, note, status, basis_zh, basis_en, kinds, exempts_emergency, admin_code, geom, answer_hours, from_at, until_at, issued_at, in_force_at, lifted_at, lift_reason, version) on alert to dongtu_map;
drop policy if exists map_read on alert;
create policy map_read on alert for select to dongtu_map using (true);
