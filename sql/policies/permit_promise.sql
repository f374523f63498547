-- Seen like its permit; the promoter signs it, the deciding authority accepts it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table permit_promise enable row level security;
grant select, insert, update, delete on permit_promise to dongtu_system;
drop policy if exists system_all on permit_promise;
create policy system_all on permit_promise to dongtu_system using (true) with check (true);
revoke all on permit_promise from dongtu_app;
grant select, insert, update on permit_promise to dongtu_app;
drop policy if exists app_select on permit_promise;
create policy app_select on permit_promise for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on permit_promise;
create policy app_insert on permit_promise for insert to dongtu_app with check (promoter_id = app_organisation());
drop policy if exists app_update on permit_promise;
create policy app_update on permit_promise for update to dongtu_app using (promoter_id = app_organisation() or authority_id = app_organisation()) with check (promoter_id = app_organisation() or authority_id = app_organisation());
drop policy if exists app_delete on permit_promise;
