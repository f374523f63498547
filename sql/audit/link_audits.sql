-- Gives audit rows their numbers and hashes, once.
update audit e set seq = l.seq, prev_hash = l.prev_hash, hash = l.hash
  from jsonb_to_recordset(:links::jsonb) as l(id uuid, seq bigint, prev_hash text, hash text)
 where e.district_code = :district_code and e.id = l.id and e.seq is null
