-- Staff and the parties see it; a survey opens it and its authority settles it, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table overdig_case enable row level security;
grant select, insert, update, delete on overdig_case to dongtu_system;
drop policy if exists system_all on overdig_case;
create policy system_all on overdig_case to dongtu_system using (true) with check (true);
revoke all on overdig_case from dongtu_app;
grant select on overdig_case to dongtu_app;
drop policy if exists app_select on overdig_case;
create policy app_select on overdig_case for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on overdig_case;
drop policy if exists app_update on overdig_case;
drop policy if exists app_delete on overdig_case;
