-- Staff and parties see inspections; the inspecting organisation records and withdraws its own.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table inspection enable row level security;
grant select, insert, update, delete on inspection to dongtu_system;
drop policy if exists system_all on inspection;
create policy system_all on inspection to dongtu_system using (true) with check (true);
revoke all on inspection from dongtu_app;
grant select, insert, update on inspection to dongtu_app;
drop policy if exists app_select on inspection;
create policy app_select on inspection for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on inspection;
create policy app_insert on inspection for insert to dongtu_app with check (organisation_id = app_organisation() and app_role() in ('inspector', 'authority') and district_code = any (app_districts()));
drop policy if exists app_update on inspection;
create policy app_update on inspection for update to dongtu_app using (organisation_id = app_organisation() and app_role() in ('inspector', 'authority')) with check (organisation_id = app_organisation() and app_role() in ('inspector', 'authority'));
drop policy if exists app_delete on inspection;
