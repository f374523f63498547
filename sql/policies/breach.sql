-- Staff and the parties of a dig see its breaches; only the server finds them.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table breach enable row level security;
grant select, insert, update, delete on breach to dongtu_system;
drop policy if exists system_all on breach;
create policy system_all on breach to dongtu_system using (true) with check (true);
revoke all on breach from dongtu_app;
grant select on breach to dongtu_app;
drop policy if exists app_select on breach;
create policy app_select on breach for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on breach;
drop policy if exists app_update on breach;
drop policy if exists app_delete on breach;
