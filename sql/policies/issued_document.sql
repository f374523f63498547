-- Staff of the district and the parties of the dig see its papers; nobody else, refusals and notices least of all. The deciding authority issues a new
-- version; nothing but the system writes what a paper says or where its bytes are, and nothing changes a paper that is made.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: reactions, the press, public checks.
alter table issued_document enable row level security;
grant select, insert, update, delete on issued_document to dongtu_system;
drop policy if exists system_all on issued_document;
create policy system_all on issued_document to dongtu_system using (true) with check (true);
revoke all on issued_document from dongtu_app;
grant select on issued_document to dongtu_app;
drop policy if exists app_select on issued_document;
create policy app_select on issued_document for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on issued_document;
drop policy if exists app_update on issued_document;
drop policy if exists app_delete on issued_document;
