-- The utility asked, the parties and staff see it; the utility answers, the authority may waive.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table utility_request enable row level security;
grant select, insert, update, delete on utility_request to dongtu_system;
drop policy if exists system_all on utility_request;
create policy system_all on utility_request to dongtu_system using (true) with check (true);
revoke all on utility_request from dongtu_app;
grant select, update on utility_request to dongtu_app;
drop policy if exists app_select on utility_request;
create policy app_select on utility_request for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation() or utility_id = app_organisation());
drop policy if exists app_insert on utility_request;
drop policy if exists app_update on utility_request;
create policy app_update on utility_request for update to dongtu_app using (utility_id = app_organisation() or (app_role() in ('authority') and district_code = any (app_districts()))) with check (utility_id = app_organisation() or (app_role() in ('authority') and district_code = any (app_districts())));
drop policy if exists app_delete on utility_request;
