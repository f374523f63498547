-- Internal notes: only the organisation that wrote them.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table comment enable row level security;
grant select, insert, update, delete on comment to dongtu_system;
drop policy if exists system_all on comment;
create policy system_all on comment to dongtu_system using (true) with check (true);
revoke all on comment from dongtu_app;
grant select, insert on comment to dongtu_app;
drop policy if exists app_select on comment;
create policy app_select on comment for select to dongtu_app using (organisation_id = app_organisation());
drop policy if exists app_insert on comment;
create policy app_insert on comment for insert to dongtu_app with check (organisation_id = app_organisation());
drop policy if exists app_update on comment;
drop policy if exists app_delete on comment;
