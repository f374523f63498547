-- Kept by the request recipe, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table idempotency_key enable row level security;
grant select, insert, update, delete on idempotency_key to dongtu_system;
drop policy if exists system_all on idempotency_key;
create policy system_all on idempotency_key to dongtu_system using (true) with check (true);
drop policy if exists app_select on idempotency_key;
drop policy if exists app_insert on idempotency_key;
drop policy if exists app_update on idempotency_key;
drop policy if exists app_delete on idempotency_key;
