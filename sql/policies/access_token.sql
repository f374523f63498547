-- Sign-in reads as the system; a person sees and ends their own tokens.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table access_token enable row level security;
grant select, insert, update, delete on access_token to dongtu_system;
drop policy if exists system_all on access_token;
create policy system_all on access_token to dongtu_system using (true) with check (true);
revoke all on access_token from dongtu_app;
grant select, insert, update on access_token to dongtu_app;
drop policy if exists app_select on access_token;
create policy app_select on access_token for select to dongtu_app using (person_id = app_actor());
drop policy if exists app_insert on access_token;
create policy app_insert on access_token for insert to dongtu_app with check (person_id = app_actor());
drop policy if exists app_update on access_token;
create policy app_update on access_token for update to dongtu_app using (person_id = app_actor()) with check (person_id = app_actor());
drop policy if exists app_delete on access_token;
