-- Staff, the parties, and whoever holds the ball see a clock; a clock of a transfer's leg tells of a sale, so staff see none of those. Only the clock engine writes it, as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table clock enable row level security;
grant select, insert, update, delete on clock to dongtu_system;
drop policy if exists system_all on clock;
create policy system_all on clock to dongtu_system using (true) with check (true);
revoke all on clock from dongtu_app;
grant select on clock to dongtu_app;
drop policy if exists app_select on clock;
create policy app_select on clock for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts()) and subject_kind <> 'transfer_leg') or owner_id = app_organisation() or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on clock;
drop policy if exists app_update on clock;
drop policy if exists app_delete on clock;
