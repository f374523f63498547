-- Which districts a dig touches: for the clash check only, which runs as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table footprint enable row level security;
grant select, insert, update, delete on footprint to dongtu_system;
drop policy if exists system_all on footprint;
create policy system_all on footprint to dongtu_system using (true) with check (true);
drop policy if exists app_select on footprint;
drop policy if exists app_insert on footprint;
drop policy if exists app_update on footprint;
drop policy if exists app_delete on footprint;
