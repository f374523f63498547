-- Staff of the district and the parties see it; the promoter applies, the deciding authority moves it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table permit enable row level security;
grant select, insert, update, delete on permit to dongtu_system;
drop policy if exists system_all on permit;
create policy system_all on permit to dongtu_system using (true) with check (true);
revoke all on permit from dongtu_app;
grant select, insert, update on permit to dongtu_app;
drop policy if exists app_select on permit;
create policy app_select on permit for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on permit;
create policy app_insert on permit for insert to dongtu_app with check (promoter_id = app_organisation());
drop policy if exists app_update on permit;
create policy app_update on permit for update to dongtu_app using (promoter_id = app_organisation() or authority_id = app_organisation()) with check (promoter_id = app_organisation() or authority_id = app_organisation());
drop policy if exists app_delete on permit;
