-- Shared reference table: everybody reads, only migrations and the operator's commands write.
grant select on rule to dongtu_app;
grant select on rule to dongtu_map;
grant select, insert, update, delete on rule to dongtu_system;
