-- Staff and the parties see it; the authority that is asked answers, the system asks.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table approval_item enable row level security;
grant select, insert, update, delete on approval_item to dongtu_system;
drop policy if exists system_all on approval_item;
create policy system_all on approval_item to dongtu_system using (true) with check (true);
revoke all on approval_item from dongtu_app;
grant select, update on approval_item to dongtu_app;
drop policy if exists app_select on approval_item;
create policy app_select on approval_item for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on approval_item;
drop policy if exists app_update on approval_item;
create policy app_update on approval_item for update to dongtu_app using (authority_id = app_organisation()) with check (authority_id = app_organisation());
drop policy if exists app_delete on approval_item;
