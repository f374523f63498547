-- An organisation's own areas.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table saved_area enable row level security;
grant select, insert, update, delete on saved_area to dongtu_system;
drop policy if exists system_all on saved_area;
create policy system_all on saved_area to dongtu_system using (true) with check (true);
revoke all on saved_area from dongtu_app;
grant select, insert, update, delete on saved_area to dongtu_app;
drop policy if exists app_select on saved_area;
create policy app_select on saved_area for select to dongtu_app using (organisation_id = app_organisation());
drop policy if exists app_insert on saved_area;
create policy app_insert on saved_area for insert to dongtu_app with check (organisation_id = app_organisation());
drop policy if exists app_update on saved_area;
create policy app_update on saved_area for update to dongtu_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
drop policy if exists app_delete on saved_area;
create policy app_delete on saved_area for delete to dongtu_app using (organisation_id = app_organisation());
