-- Which utility serves which street; staff and registry read it, the operator maintains it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table utility_route enable row level security;
grant select, insert, update, delete on utility_route to dongtu_system;
drop policy if exists system_all on utility_route;
create policy system_all on utility_route to dongtu_system using (true) with check (true);
revoke all on utility_route from dongtu_app;
grant select, insert, update on utility_route to dongtu_app;
drop policy if exists app_select on utility_route;
create policy app_select on utility_route for select to dongtu_app using (app_role() is not null);
drop policy if exists app_insert on utility_route;
create policy app_insert on utility_route for insert to dongtu_app with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_update on utility_route;
create policy app_update on utility_route for update to dongtu_app using (app_role() in ('admin') and district_code = any (app_districts())) with check (app_role() in ('admin') and district_code = any (app_districts()));
drop policy if exists app_delete on utility_route;
