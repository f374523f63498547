-- Staff see the pauses of the district's clocks.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table clock_pause enable row level security;
grant select, insert, update, delete on clock_pause to dongtu_system;
drop policy if exists system_all on clock_pause;
create policy system_all on clock_pause to dongtu_system using (true) with check (true);
revoke all on clock_pause from dongtu_app;
grant select on clock_pause to dongtu_app;
drop policy if exists app_select on clock_pause;
create policy app_select on clock_pause for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())));
drop policy if exists app_insert on clock_pause;
drop policy if exists app_update on clock_pause;
drop policy if exists app_delete on clock_pause;
