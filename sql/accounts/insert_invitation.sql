-- An invitation into an organisation, in a role; only the hash of its secret is kept.
insert into invitation (district_code, id, organisation_id, role, secret_hash, expires_at, created_by, created_at)
values (:district_code, :id, :organisation_id, :role, :secret_hash, :expires_at, :created_by, :created_at)
