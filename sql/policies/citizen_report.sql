-- Nobody reads it but the system, for who holds the link.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table citizen_report enable row level security;
grant select, insert, update, delete on citizen_report to dongtu_system;
drop policy if exists system_all on citizen_report;
create policy system_all on citizen_report to dongtu_system using (true) with check (true);
revoke all on citizen_report from dongtu_app;
