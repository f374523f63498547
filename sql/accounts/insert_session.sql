-- A browser session: only the hash of its secret is kept.
insert into session (district_code, id, person_id, secret_hash, expires_at, created_at)
values (:district_code, :id, :person_id, :secret_hash, :expires_at, :created_at)
