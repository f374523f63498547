-- The registry, and the recipient whom the consent names.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table consent_receipt enable row level security;
grant select, insert, update, delete on consent_receipt to dongtu_system;
drop policy if exists system_all on consent_receipt;
create policy system_all on consent_receipt to dongtu_system using (true) with check (true);
revoke all on consent_receipt from dongtu_app;
grant select, insert, update on consent_receipt to dongtu_app;
drop policy if exists app_select on consent_receipt;
create policy app_select on consent_receipt for select to dongtu_app using (registry_id = app_organisation() or recipient_id = app_organisation());
drop policy if exists app_insert on consent_receipt;
create policy app_insert on consent_receipt for insert to dongtu_app with check (registry_id = app_organisation());
drop policy if exists app_update on consent_receipt;
create policy app_update on consent_receipt for update to dongtu_app using (registry_id = app_organisation()) with check (registry_id = app_organisation());
drop policy if exists app_delete on consent_receipt;
