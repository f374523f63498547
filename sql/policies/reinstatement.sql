-- Staff and the parties see it; its authority records it at acceptance, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table reinstatement enable row level security;
grant select, insert, update, delete on reinstatement to dongtu_system;
drop policy if exists system_all on reinstatement;
create policy system_all on reinstatement to dongtu_system using (true) with check (true);
revoke all on reinstatement from dongtu_app;
grant select on reinstatement to dongtu_app;
drop policy if exists app_select on reinstatement;
create policy app_select on reinstatement for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on reinstatement;
drop policy if exists app_update on reinstatement;
drop policy if exists app_delete on reinstatement;
