-- Shared reference table: everybody reads, only migrations and the operator's commands write.
grant select on calendar_version to dongtu_app;
grant select on calendar_version to dongtu_map;
grant select, insert, update, delete on calendar_version to dongtu_system;
