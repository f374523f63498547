-- Why a limit was passed, in words that are public (优化营商环境条例 36); the former version is closed. No row back: the clock moved on meanwhile.
with explained as (
  update clock set explanation = :explanation, explained_at = :now, acknowledged_at = coalesce(acknowledged_at, :now),
         acknowledged_by = coalesce(acknowledged_by, :person_id), version = version + 1
   where district_code = :district_code and id = :id and version = :version
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from explained e
   where v.district_code = :district_code and v.district_code = e.district_code and v.clock_id = e.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'explained', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from explained
returning version
