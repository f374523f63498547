-- The sequencer only; auditors read the head to compare it with a copy kept elsewhere.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table chain_head enable row level security;
grant select, insert, update, delete on chain_head to dongtu_system;
drop policy if exists system_all on chain_head;
create policy system_all on chain_head to dongtu_system using (true) with check (true);
drop policy if exists app_select on chain_head;
drop policy if exists app_insert on chain_head;
drop policy if exists app_update on chain_head;
drop policy if exists app_delete on chain_head;
