-- Ends every open clock of a project without fault and closes their versions.
with ended as (
  update clock set state = 'cancelled', card = 'none', stopped_at = :now, version = version + 1
   where district_code = :district_code and project_id = :project_id and state in ('running', 'paused')
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from ended e
   where v.district_code = :district_code and v.district_code = e.district_code and v.clock_id = e.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'stopped', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from ended
