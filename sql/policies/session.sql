-- Sign-in only, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table session enable row level security;
grant select, insert, update, delete on session to dongtu_system;
drop policy if exists system_all on session;
create policy system_all on session to dongtu_system using (true) with check (true);
drop policy if exists app_select on session;
drop policy if exists app_insert on session;
drop policy if exists app_update on session;
drop policy if exists app_delete on session;
