-- Its organisation sees it; staff and the promoter see what is meant for the parties or the public.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table attachment enable row level security;
grant select, insert, update, delete on attachment to dongtu_system;
drop policy if exists system_all on attachment;
create policy system_all on attachment to dongtu_system using (true) with check (true);
revoke all on attachment from dongtu_app;
grant select, insert on attachment to dongtu_app;
drop policy if exists app_select on attachment;
create policy app_select on attachment for select to dongtu_app using (organisation_id = app_organisation() or (audience in ('parties', 'public') and ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation())));
drop policy if exists app_insert on attachment;
create policy app_insert on attachment for insert to dongtu_app with check (organisation_id = app_organisation());
drop policy if exists app_update on attachment;
drop policy if exists app_delete on attachment;
