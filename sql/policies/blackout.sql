-- Everybody sees when and where no works may start; the authority and the operator declare and end such periods.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: guards, seed. dongtu_map: public reads, columns granted one by one.
alter table blackout enable row level security;
grant select, insert, update, delete on blackout to dongtu_system;
drop policy if exists system_all on blackout;
create policy system_all on blackout to dongtu_system using (true) with check (true);
revoke all on blackout from dongtu_app;
grant select, insert, update on blackout to dongtu_app;
drop policy if exists app_select on blackout;
create policy app_select on blackout for select to dongtu_app using (true);
drop policy if exists app_insert on blackout;
create policy app_insert on blackout for insert to dongtu_app with check (organisation_id = app_organisation() and app_role() in ('authority', 'admin') and district_code = any (app_districts()));
drop policy if exists app_update on blackout;
create policy app_update on blackout for update to dongtu_app using (app_role() in ('authority', 'admin') and district_code = any (app_districts())) with check (app_role() in ('authority', 'admin') and district_code = any (app_districts()));
revoke all on blackout from dongtu_map;
grant select (district_code, id, name_zh, name_en, reason, basis, note, kinds, exempts_emergency, from_on, to_on, ended_on, end_reason, period, geom, version) on blackout to dongtu_map;
drop policy if exists map_read on blackout;
create policy map_read on blackout for select to dongtu_map using (true);
