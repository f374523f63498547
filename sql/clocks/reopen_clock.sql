-- A stopped clock runs again as if it had not been stopped; the former version is closed, so that its ledger shows both.
with reopened as (
  update clock
     set state = 'running', stopped_at = null, due_on = :due_on, yellow_on = :yellow_on, statutory_due_on = :statutory_due_on, due_at = :due_at,
         provisional = :provisional, card = :card, calendar_version = :calendar_version, version = version + 1
   where district_code = :district_code and id = :id and stopped_at is not null
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from reopened r
   where v.district_code = :district_code and v.district_code = r.district_code and v.clock_id = r.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'reopened', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from reopened
