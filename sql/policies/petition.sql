-- Staff, the unit it was dispatched to and the third party that judges it see a request; nobody inserts one but the system, for who has no account.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table petition enable row level security;
grant select, insert, update, delete on petition to dongtu_system;
drop policy if exists system_all on petition;
create policy system_all on petition to dongtu_system using (true) with check (true);
revoke all on petition from dongtu_app;
grant select, update on petition to dongtu_app;
drop policy if exists app_select on petition;
create policy app_select on petition for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or unit_id = app_organisation() or judge_id = app_organisation());
drop policy if exists app_insert on petition;
drop policy if exists app_update on petition;
create policy app_update on petition for update to dongtu_app using ((app_role() = 'authority' and district_code = any (app_districts())) or unit_id = app_organisation() or judge_id = app_organisation()) with check ((app_role() = 'authority' and district_code = any (app_districts())) or unit_id = app_organisation() or judge_id = app_organisation());
drop policy if exists app_delete on petition;
