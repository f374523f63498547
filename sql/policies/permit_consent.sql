-- Staff and the parties see it; the authority that is asked answers, the system asks.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table permit_consent enable row level security;
grant select, insert, update, delete on permit_consent to dongtu_system;
drop policy if exists system_all on permit_consent;
create policy system_all on permit_consent to dongtu_system using (true) with check (true);
revoke all on permit_consent from dongtu_app;
grant select, update on permit_consent to dongtu_app;
drop policy if exists app_select on permit_consent;
create policy app_select on permit_consent for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on permit_consent;
drop policy if exists app_update on permit_consent;
create policy app_update on permit_consent for update to dongtu_app using (authority_id = app_organisation()) with check (authority_id = app_organisation());
drop policy if exists app_delete on permit_consent;
