-- Staff and the parties see it; its authority assesses, settles and waives it, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table permit_fee enable row level security;
grant select, insert, update, delete on permit_fee to dongtu_system;
drop policy if exists system_all on permit_fee;
create policy system_all on permit_fee to dongtu_system using (true) with check (true);
revoke all on permit_fee from dongtu_app;
grant select on permit_fee to dongtu_app;
drop policy if exists app_select on permit_fee;
create policy app_select on permit_fee for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on permit_fee;
drop policy if exists app_update on permit_fee;
drop policy if exists app_delete on permit_fee;
