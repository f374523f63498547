-- Nobody reads it but the system: for who holds the link, and for who may read a telephone with a reason that the audit keeps.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed.
alter table petitioner enable row level security;
grant select, insert, update, delete on petitioner to dongtu_system;
drop policy if exists system_all on petitioner;
create policy system_all on petitioner to dongtu_system using (true) with check (true);
revoke all on petitioner from dongtu_app;
