-- Read by the server for whoever sees the datastream; a row of its own says nothing about whose dig it is.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table observation enable row level security;
grant select, insert, update, delete on observation to dongtu_system;
drop policy if exists system_all on observation;
create policy system_all on observation to dongtu_system using (true) with check (true);
revoke all on observation from dongtu_app;
drop policy if exists app_select on observation;
drop policy if exists app_insert on observation;
drop policy if exists app_update on observation;
drop policy if exists app_delete on observation;
