-- A browser session: only the hash of its secret is kept. No row back: a session of this id was opened before.
insert into session (district_code, id, person_id, secret_hash, expires_at, created_at)
values (:district_code, :id, :person_id, :secret_hash, :expires_at, :created_at)
on conflict (district_code, id) do nothing
returning id
