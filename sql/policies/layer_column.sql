-- Column names and types of layers carry nothing secret; whoever finds the layer may read them.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table layer_column enable row level security;
grant select, insert, update, delete on layer_column to dongtu_system;
drop policy if exists system_all on layer_column;
create policy system_all on layer_column to dongtu_system using (true) with check (true);
revoke all on layer_column from dongtu_app;
grant select, insert, delete on layer_column to dongtu_app;
drop policy if exists app_select on layer_column;
create policy app_select on layer_column for select to dongtu_app using (true);
drop policy if exists app_insert on layer_column;
create policy app_insert on layer_column for insert to dongtu_app with check (true);
drop policy if exists app_update on layer_column;
drop policy if exists app_delete on layer_column;
create policy app_delete on layer_column for delete to dongtu_app using (true);
revoke all on layer_column from dongtu_map;
grant select (district_code, layer_id, name, type, position) on layer_column to dongtu_map;
drop policy if exists map_read on layer_column;
create policy map_read on layer_column for select to dongtu_map using (true);
