-- What waits to be handed on is found by its number in the outbox itself: through the events the next one was looked for among all that were ever handed on.
alter table outbox add column seq bigint;
update outbox o set seq = e.seq from event e where e.district_code = o.district_code and e.id = o.event_id and e.seq is not null;
create index outbox_next on outbox (district_code, seq) where done_at is null;
