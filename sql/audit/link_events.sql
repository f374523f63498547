-- Gives event rows their numbers and hashes, once; what waits to be handed on gets its number in the outbox too.
with linked as (
  update event e set seq = l.seq, prev_hash = l.prev_hash, hash = l.hash
    from jsonb_to_recordset(:links::jsonb) as l(id uuid, seq bigint, prev_hash text, hash text)
   where e.district_code = :district_code and e.id = l.id and e.seq is null
  returning e.district_code, e.id, e.seq
)
update outbox o set seq = linked.seq from linked where o.district_code = linked.district_code and o.event_id = linked.id
