-- Staff see the district's events that concern no home; auditors all of them; each party, utility and registry those of its own.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table event enable row level security;
grant select, insert, update, delete on event to dongtu_system;
drop policy if exists system_all on event;
create policy system_all on event to dongtu_system using (true) with check (true);
revoke all on event from dongtu_app;
grant select on event to dongtu_app;
drop policy if exists app_select on event;
create policy app_select on event for select to dongtu_app using (((app_is_staff() and district_code = any (app_districts())) and not is_personal) or (app_role() in ('auditor') and district_code = any (app_districts())) or organisation_id = app_organisation() or promoter_id = app_organisation() or utility_id = app_organisation() or registry_id = app_organisation());
drop policy if exists app_insert on event;
drop policy if exists app_update on event;
drop policy if exists app_delete on event;
