-- People see themselves and their colleagues; the operator maintains those of its district. Sign-in reads as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table person enable row level security;
grant select, insert, update, delete on person to dongtu_system;
drop policy if exists system_all on person;
create policy system_all on person to dongtu_system using (true) with check (true);
revoke all on person from dongtu_app;
grant select, insert, update on person to dongtu_app;
drop policy if exists app_select on person;
create policy app_select on person for select to dongtu_app using (id = app_actor() or organisation_id = app_organisation() or (app_role() in ('admin') and district_code = any (app_districts())));
drop policy if exists app_insert on person;
create policy app_insert on person for insert to dongtu_app with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_update on person;
create policy app_update on person for update to dongtu_app using (id = app_actor() or (app_role() in ('admin') and district_code = any (app_districts()))) with check (id = app_actor() or (app_role() in ('admin') and district_code = any (app_districts())));
drop policy if exists app_delete on person;
