-- Auditors and administrators of the district read the audit; nobody changes it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table audit enable row level security;
grant select, insert, update, delete on audit to dongtu_system;
drop policy if exists system_all on audit;
create policy system_all on audit to dongtu_system using (true) with check (true);
revoke all on audit from dongtu_app;
grant select on audit to dongtu_app;
drop policy if exists app_select on audit;
create policy app_select on audit for select to dongtu_app using (app_role() in ('auditor', 'admin') and district_code = any (app_districts()));
drop policy if exists app_insert on audit;
drop policy if exists app_update on audit;
drop policy if exists app_delete on audit;
