-- Staff, the unit and the third party of a dispatch see it; an authority dispatches, the unit answers, the third party judges.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table petition_round enable row level security;
grant select, insert, update, delete on petition_round to dongtu_system;
drop policy if exists system_all on petition_round;
create policy system_all on petition_round to dongtu_system using (true) with check (true);
revoke all on petition_round from dongtu_app;
grant select, insert, update on petition_round to dongtu_app;
drop policy if exists app_select on petition_round;
create policy app_select on petition_round for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or unit_id = app_organisation() or judge_id = app_organisation());
drop policy if exists app_insert on petition_round;
create policy app_insert on petition_round for insert to dongtu_app with check (app_role() = 'authority' and dispatcher_id = app_organisation() and district_code = any (app_districts()));
drop policy if exists app_update on petition_round;
create policy app_update on petition_round for update to dongtu_app using (unit_id = app_organisation() or judge_id = app_organisation()) with check (unit_id = app_organisation() or judge_id = app_organisation());
drop policy if exists app_delete on petition_round;
