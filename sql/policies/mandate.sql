-- The firm that gave it, the counter that got it, and who audits; the firm alone gives it and takes it back.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table mandate enable row level security;
grant select, insert, update, delete on mandate to dongtu_system;
drop policy if exists system_all on mandate;
create policy system_all on mandate to dongtu_system using (true) with check (true);
revoke all on mandate from dongtu_app;
grant select, insert, update on mandate to dongtu_app;
drop policy if exists app_select on mandate;
create policy app_select on mandate for select to dongtu_app using ((app_role() in ('auditor', 'admin') and district_code = any (app_districts())) or promoter_id = app_organisation() or authority_id = app_organisation());
drop policy if exists app_insert on mandate;
create policy app_insert on mandate for insert to dongtu_app with check (promoter_id = app_organisation());
drop policy if exists app_update on mandate;
create policy app_update on mandate for update to dongtu_app using (promoter_id = app_organisation()) with check (promoter_id = app_organisation());
drop policy if exists app_delete on mandate;
