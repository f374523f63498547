-- Stops the open clocks of these kinds on one subject, closing the former version of each. Met in time, breached when late.
with stopped as (
  update clock
     set state = case when :cancelled::boolean then 'cancelled'
                      when coalesce(due_at < :now::timestamptz, coalesce(statutory_due_on, due_on) < :today::date) then 'breached'
                      else 'met' end::clock_state,
         card = 'none', stopped_at = :now, version = version + 1
   where district_code = :district_code and subject_kind = :subject_kind and subject_id = :subject_id
     and kind = any (:kinds::text[]) and state in ('running', 'paused')
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from stopped s
   where v.district_code = :district_code and v.district_code = s.district_code and v.clock_id = s.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'stopped', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from stopped
