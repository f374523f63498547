-- A paused clock runs again with its new last day; the former version is closed.
with resumed as (
  update clock
     set state = 'running', paused_at = null, due_on = :due_on, yellow_on = :yellow_on, statutory_due_on = :statutory_due_on, due_at = :due_at, provisional = :provisional,
         card = :card, calendar_version = :calendar_version, version = version + 1
   where district_code = :district_code and id = :id and state = 'paused'
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from resumed r
   where v.district_code = :district_code and v.district_code = r.district_code and v.clock_id = r.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'resumed', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from resumed
