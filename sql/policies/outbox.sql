-- The relay only.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table outbox enable row level security;
grant select, insert, update, delete on outbox to dongtu_system;
drop policy if exists system_all on outbox;
create policy system_all on outbox to dongtu_system using (true) with check (true);
drop policy if exists app_select on outbox;
drop policy if exists app_insert on outbox;
drop policy if exists app_update on outbox;
drop policy if exists app_delete on outbox;
