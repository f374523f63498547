-- Shared reference table: everybody reads, only migrations and the operator's commands write.
grant select on calendar_day to dongtu_app;
grant select on calendar_day to dongtu_map;
grant select, insert, update, delete on calendar_day to dongtu_system;
