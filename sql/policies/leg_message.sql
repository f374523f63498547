-- The registry, and the utility it concerns.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table leg_message enable row level security;
grant select, insert, update, delete on leg_message to dongtu_system;
drop policy if exists system_all on leg_message;
create policy system_all on leg_message to dongtu_system using (true) with check (true);
revoke all on leg_message from dongtu_app;
grant select on leg_message to dongtu_app;
drop policy if exists app_select on leg_message;
create policy app_select on leg_message for select to dongtu_app using (registry_id = app_organisation() or utility_id = app_organisation());
drop policy if exists app_insert on leg_message;
drop policy if exists app_update on leg_message;
drop policy if exists app_delete on leg_message;
