-- Staff and the parties of a dig see what is measured there; the server registers it for whoever may.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table datastream enable row level security;
grant select, insert, update, delete on datastream to dongtu_system;
drop policy if exists system_all on datastream;
create policy system_all on datastream to dongtu_system using (true) with check (true);
revoke all on datastream from dongtu_app;
grant select on datastream to dongtu_app;
drop policy if exists app_select on datastream;
create policy app_select on datastream for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on datastream;
drop policy if exists app_update on datastream;
drop policy if exists app_delete on datastream;
