-- Shared reference tables: everybody reads, only migrations and the operator's commands write.
grant select on admin_area to dongtu_app;
grant select on admin_area to dongtu_map;
grant select, insert, update, delete on admin_area to dongtu_system;
