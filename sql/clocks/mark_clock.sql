-- Raises the card of one clock once; the former version is closed. No row back: somebody stopped or raised it meanwhile.
with marked as (
  update clock set card = :card, version = version + 1
   where district_code = :district_code and id = :id and state = 'running' and version = :version
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from marked m
   where v.district_code = :district_code and v.district_code = m.district_code and v.clock_id = m.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'marked', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from marked
returning version
