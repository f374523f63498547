-- Staff and parties see it; the promoter answers it, and whoever inspects in the district clears or reissues it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table rectification enable row level security;
grant select, insert, update, delete on rectification to dongtu_system;
drop policy if exists system_all on rectification;
create policy system_all on rectification to dongtu_system using (true) with check (true);
revoke all on rectification from dongtu_app;
grant select, insert, update on rectification to dongtu_app;
drop policy if exists app_select on rectification;
create policy app_select on rectification for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on rectification;
create policy app_insert on rectification for insert to dongtu_app with check (organisation_id = app_organisation() and app_role() in ('inspector', 'authority') and district_code = any (app_districts()));
drop policy if exists app_update on rectification;
create policy app_update on rectification for update to dongtu_app using ((app_role() in ('inspector', 'authority') and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation()) with check ((app_role() in ('inspector', 'authority') and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_delete on rectification;
