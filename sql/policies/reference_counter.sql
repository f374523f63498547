-- Numbers are taken by the system in the transaction that uses them.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table reference_counter enable row level security;
grant select, insert, update, delete on reference_counter to dongtu_system;
drop policy if exists system_all on reference_counter;
create policy system_all on reference_counter to dongtu_system using (true) with check (true);
drop policy if exists app_select on reference_counter;
drop policy if exists app_insert on reference_counter;
drop policy if exists app_update on reference_counter;
drop policy if exists app_delete on reference_counter;
