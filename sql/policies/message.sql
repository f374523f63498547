-- A person sees the messages sent to them; the demo phone reads as the system.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table message enable row level security;
grant select, insert, update, delete on message to dongtu_system;
drop policy if exists system_all on message;
create policy system_all on message to dongtu_system using (true) with check (true);
revoke all on message from dongtu_app;
grant select on message to dongtu_app;
drop policy if exists app_select on message;
create policy app_select on message for select to dongtu_app using (recipient_id = app_actor());
drop policy if exists app_insert on message;
drop policy if exists app_update on message;
drop policy if exists app_delete on message;
