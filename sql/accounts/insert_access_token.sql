-- A bearer token: only the hash of its secret is kept.
insert into access_token (district_code, id, person_id, label, secret_hash, expires_at, created_at)
values (:district_code, :id, :person_id, :label, :secret_hash, :expires_at, :created_at)
