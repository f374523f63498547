-- The holder of the ball has seen the card of this clock; the former version is closed. No row back: somebody did before, or the clock moved on.
with seen as (
  update clock set acknowledged_at = :now, acknowledged_by = :person_id, version = version + 1
   where district_code = :district_code and id = :id and version = :version and acknowledged_at is null
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from seen s
   where v.district_code = :district_code and v.district_code = s.district_code and v.clock_id = s.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'acknowledged', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from seen
returning version
