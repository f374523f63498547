-- Staff and the parties see it; handing it in is checked by the verb and written as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table survey enable row level security;
grant select, insert, update, delete on survey to dongtu_system;
drop policy if exists system_all on survey;
create policy system_all on survey to dongtu_system using (true) with check (true);
revoke all on survey from dongtu_app;
grant select on survey to dongtu_app;
drop policy if exists app_select on survey;
create policy app_select on survey for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on survey;
drop policy if exists app_update on survey;
drop policy if exists app_delete on survey;
