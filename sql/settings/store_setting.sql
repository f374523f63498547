-- Remembers one fact about this installation.
insert into setting (key, value, updated_at) values (:key, :value, :wall)
on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
