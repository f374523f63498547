-- Seen like its permit; the unit that supervises signs for it, the system hands over.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table handover enable row level security;
grant select, insert, update, delete on handover to dongtu_system;
drop policy if exists system_all on handover;
create policy system_all on handover to dongtu_system using (true) with check (true);
revoke all on handover from dongtu_app;
grant select, update on handover to dongtu_app;
drop policy if exists app_select on handover;
create policy app_select on handover for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on handover;
drop policy if exists app_update on handover;
create policy app_update on handover for update to dongtu_app using (unit_id = app_organisation()) with check (unit_id = app_organisation());
drop policy if exists app_delete on handover;
