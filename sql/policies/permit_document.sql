-- Seen like its permit; the promoter hands in what is his.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table permit_document enable row level security;
grant select, insert, update, delete on permit_document to dongtu_system;
drop policy if exists system_all on permit_document;
create policy system_all on permit_document to dongtu_system using (true) with check (true);
revoke all on permit_document from dongtu_app;
grant select, insert on permit_document to dongtu_app;
drop policy if exists app_select on permit_document;
create policy app_select on permit_document for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on permit_document;
create policy app_insert on permit_document for insert to dongtu_app with check (promoter_id = app_organisation());
drop policy if exists app_update on permit_document;
drop policy if exists app_delete on permit_document;
