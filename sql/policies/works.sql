-- Staff and parties see it; the promoter starts and completes, authority and inspectors suspend, resume, pass and reject.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table works enable row level security;
grant select, insert, update, delete on works to dongtu_system;
drop policy if exists system_all on works;
create policy system_all on works to dongtu_system using (true) with check (true);
revoke all on works from dongtu_app;
grant select, update on works to dongtu_app;
drop policy if exists app_select on works;
create policy app_select on works for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on works;
drop policy if exists app_update on works;
create policy app_update on works for update to dongtu_app using (promoter_id = app_organisation() or authority_id = app_organisation() or (app_role() in ('inspector', 'authority') and district_code = any (app_districts()))) with check (promoter_id = app_organisation() or authority_id = app_organisation() or (app_role() in ('inspector', 'authority') and district_code = any (app_districts())));
drop policy if exists app_delete on works;
