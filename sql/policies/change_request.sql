-- Seen like its permit; the promoter asks and withdraws, the deciding authority moves it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table change_request enable row level security;
grant select, insert, update, delete on change_request to dongtu_system;
drop policy if exists system_all on change_request;
create policy system_all on change_request to dongtu_system using (true) with check (true);
revoke all on change_request from dongtu_app;
grant select, insert, update on change_request to dongtu_app;
drop policy if exists app_select on change_request;
create policy app_select on change_request for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on change_request;
create policy app_insert on change_request for insert to dongtu_app with check (promoter_id = app_organisation());
drop policy if exists app_update on change_request;
create policy app_update on change_request for update to dongtu_app using (promoter_id = app_organisation() or authority_id = app_organisation()) with check (promoter_id = app_organisation() or authority_id = app_organisation());
drop policy if exists app_delete on change_request;
