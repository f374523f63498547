-- Staff see the plan of visits; who is to be visited does not. The system plans and keeps it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table inspection_task enable row level security;
grant select, insert, update, delete on inspection_task to dongtu_system;
drop policy if exists system_all on inspection_task;
create policy system_all on inspection_task to dongtu_system using (true) with check (true);
revoke all on inspection_task from dongtu_app;
grant select on inspection_task to dongtu_app;
drop policy if exists app_select on inspection_task;
create policy app_select on inspection_task for select to dongtu_app using (app_is_staff() and district_code = any (app_districts()));
drop policy if exists app_insert on inspection_task;
drop policy if exists app_update on inspection_task;
drop policy if exists app_delete on inspection_task;
