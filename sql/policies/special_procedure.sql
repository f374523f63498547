-- Seen like its permit; the deciding authority starts and ends it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table special_procedure enable row level security;
grant select, insert, update, delete on special_procedure to dongtu_system;
drop policy if exists system_all on special_procedure;
create policy system_all on special_procedure to dongtu_system using (true) with check (true);
revoke all on special_procedure from dongtu_app;
grant select, insert, update on special_procedure to dongtu_app;
drop policy if exists app_select on special_procedure;
create policy app_select on special_procedure for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on special_procedure;
create policy app_insert on special_procedure for insert to dongtu_app with check (authority_id = app_organisation());
drop policy if exists app_update on special_procedure;
create policy app_update on special_procedure for update to dongtu_app using (authority_id = app_organisation()) with check (authority_id = app_organisation());
drop policy if exists app_delete on special_procedure;
