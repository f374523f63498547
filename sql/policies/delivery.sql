-- An organisation sees what was sent to it, and may ask for a replay.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table delivery enable row level security;
grant select, insert, update, delete on delivery to dongtu_system;
drop policy if exists system_all on delivery;
create policy system_all on delivery to dongtu_system using (true) with check (true);
revoke all on delivery from dongtu_app;
grant select, update on delivery to dongtu_app;
drop policy if exists app_select on delivery;
create policy app_select on delivery for select to dongtu_app using (organisation_id = app_organisation());
drop policy if exists app_insert on delivery;
drop policy if exists app_update on delivery;
create policy app_update on delivery for update to dongtu_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
drop policy if exists app_delete on delivery;
