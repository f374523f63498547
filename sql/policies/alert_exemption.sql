-- Staff of the district see which digs an alert leaves free and why, and so does each promoter for its own; the authority names them.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: jobs, guards.
alter table alert_exemption enable row level security;
grant select, insert, update, delete on alert_exemption to dongtu_system;
drop policy if exists system_all on alert_exemption;
create policy system_all on alert_exemption to dongtu_system using (true) with check (true);
revoke all on alert_exemption from dongtu_app;
grant select, insert on alert_exemption to dongtu_app;
drop policy if exists app_select on alert_exemption;
create policy app_select on alert_exemption for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation());
drop policy if exists app_insert on alert_exemption;
create policy app_insert on alert_exemption for insert to dongtu_app with check (app_role() = 'authority' and district_code = any (app_districts()));
