-- Staff see who verified a suspected dig; inspectors and authorities record their own visits, for good.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table detection_verification enable row level security;
grant select, insert, update, delete on detection_verification to dongtu_system;
drop policy if exists system_all on detection_verification;
create policy system_all on detection_verification to dongtu_system using (true) with check (true);
revoke all on detection_verification from dongtu_app;
grant select, insert on detection_verification to dongtu_app;
drop policy if exists app_select on detection_verification;
create policy app_select on detection_verification for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())));
drop policy if exists app_insert on detection_verification;
create policy app_insert on detection_verification for insert to dongtu_app with check (organisation_id = app_organisation() and app_role() in ('inspector', 'authority') and district_code = any (app_districts()));
drop policy if exists app_update on detection_verification;
drop policy if exists app_delete on detection_verification;
