-- The registry only; a utility's reading goes through the system after its consent is checked, with an audit row.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table transfer_party enable row level security;
grant select, insert, update, delete on transfer_party to dongtu_system;
drop policy if exists system_all on transfer_party;
create policy system_all on transfer_party to dongtu_system using (true) with check (true);
revoke all on transfer_party from dongtu_app;
grant select, insert on transfer_party to dongtu_app;
drop policy if exists app_select on transfer_party;
create policy app_select on transfer_party for select to dongtu_app using (registry_id = app_organisation());
drop policy if exists app_insert on transfer_party;
create policy app_insert on transfer_party for insert to dongtu_app with check (registry_id = app_organisation());
drop policy if exists app_update on transfer_party;
drop policy if exists app_delete on transfer_party;
