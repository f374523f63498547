-- Staff see how the district's clocks were counted again; only the recount writes it, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table calendar_recount enable row level security;
grant select, insert, update, delete on calendar_recount to dongtu_system;
drop policy if exists system_all on calendar_recount;
create policy system_all on calendar_recount to dongtu_system using (true) with check (true);
revoke all on calendar_recount from dongtu_app;
grant select on calendar_recount to dongtu_app;
drop policy if exists app_select on calendar_recount;
create policy app_select on calendar_recount for select to dongtu_app using (app_is_staff() and district_code = any (app_districts()));
