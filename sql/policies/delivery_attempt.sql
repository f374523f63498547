-- An organisation sees the attempts on its own deliveries.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table delivery_attempt enable row level security;
grant select, insert, update, delete on delivery_attempt to dongtu_system;
drop policy if exists system_all on delivery_attempt;
create policy system_all on delivery_attempt to dongtu_system using (true) with check (true);
revoke all on delivery_attempt from dongtu_app;
grant select on delivery_attempt to dongtu_app;
drop policy if exists app_select on delivery_attempt;
create policy app_select on delivery_attempt for select to dongtu_app using (organisation_id = app_organisation());
drop policy if exists app_insert on delivery_attempt;
drop policy if exists app_update on delivery_attempt;
drop policy if exists app_delete on delivery_attempt;
