-- Shared reference table: everybody reads, only migrations and the operator's commands write.
grant select on dictionary_entry to dongtu_app;
grant select on dictionary_entry to dongtu_map;
grant select, insert, update, delete on dictionary_entry to dongtu_system;
