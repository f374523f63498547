-- Staff of the district see which decisions may still be taken back; only the verb that decides or takes back writes, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table permit_decision enable row level security;
grant select, insert, update, delete on permit_decision to dongtu_system;
drop policy if exists system_all on permit_decision;
create policy system_all on permit_decision to dongtu_system using (true) with check (true);
revoke all on permit_decision from dongtu_app;
grant select on permit_decision to dongtu_app;
drop policy if exists app_select on permit_decision;
create policy app_select on permit_decision for select to dongtu_app using (app_is_staff() and district_code = any (app_districts()));
drop policy if exists app_insert on permit_decision;
drop policy if exists app_update on permit_decision;
drop policy if exists app_delete on permit_decision;
