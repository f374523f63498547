-- The operator of the district invites, sees and takes back; who holds a link takes it up as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table invitation enable row level security;
grant select, insert, update, delete on invitation to dongtu_system;
drop policy if exists system_all on invitation;
create policy system_all on invitation to dongtu_system using (true) with check (true);
revoke all on invitation from dongtu_app;
grant select, insert, update on invitation to dongtu_app;
drop policy if exists app_select on invitation;
create policy app_select on invitation for select to dongtu_app using (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_insert on invitation;
create policy app_insert on invitation for insert to dongtu_app with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_update on invitation;
create policy app_update on invitation for update to dongtu_app using (app_role() in ('admin') and district_code = any (app_districts())) with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_delete on invitation;
