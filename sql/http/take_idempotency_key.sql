-- Takes a key in the transaction that carries the request out. No row back: somebody has it.
insert into idempotency_key (district_code, organisation_id, key, request_hash, created_at)
values (:district_code, :organisation_id, :key, :request_hash, :wall)
on conflict do nothing
returning key
