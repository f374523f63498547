-- A sale is known to the registry that runs it. Everybody else sees counts.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table transfer_case enable row level security;
grant select, insert, update, delete on transfer_case to dongtu_system;
drop policy if exists system_all on transfer_case;
create policy system_all on transfer_case to dongtu_system using (true) with check (true);
revoke all on transfer_case from dongtu_app;
grant select, insert, update on transfer_case to dongtu_app;
drop policy if exists app_select on transfer_case;
create policy app_select on transfer_case for select to dongtu_app using (registry_id = app_organisation());
drop policy if exists app_insert on transfer_case;
create policy app_insert on transfer_case for insert to dongtu_app with check (registry_id = app_organisation());
drop policy if exists app_update on transfer_case;
create policy app_update on transfer_case for update to dongtu_app using (registry_id = app_organisation()) with check (registry_id = app_organisation());
drop policy if exists app_delete on transfer_case;
