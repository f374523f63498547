-- Facts about this installation: the system only.
grant select, insert, update, delete on setting to dongtu_system;
