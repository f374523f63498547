-- Staff of the district see it, and the promoter that is held; the authority places and lifts it. Nobody else knows of it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: guards, seed.
alter table hold enable row level security;
grant select, insert, update, delete on hold to dongtu_system;
drop policy if exists system_all on hold;
create policy system_all on hold to dongtu_system using (true) with check (true);
revoke all on hold from dongtu_app;
grant select, insert, update on hold to dongtu_app;
drop policy if exists app_select on hold;
create policy app_select on hold for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation());
drop policy if exists app_insert on hold;
create policy app_insert on hold for insert to dongtu_app with check (organisation_id = app_organisation() and app_role() = 'authority' and district_code = any (app_districts()));
drop policy if exists app_update on hold;
create policy app_update on hold for update to dongtu_app using (app_role() = 'authority' and district_code = any (app_districts())) with check (app_role() = 'authority' and district_code = any (app_districts()));
