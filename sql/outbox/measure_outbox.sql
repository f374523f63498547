-- How many events wait to be handed on, and since when the oldest waits; null when none does. A named nationwide read, of the partial index.
select count(*)::int as "waiting!", min(recorded_at) as "oldest_at?" from outbox where done_at is null
