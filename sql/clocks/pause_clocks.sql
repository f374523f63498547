-- Pauses the running clocks of these kinds on one subject: opens a pause with its legal ground, and closes the former version of each.
with paused as (
  update clock set state = 'paused', card = 'none', paused_at = :now, version = version + 1
   where district_code = :district_code and subject_kind = :subject_kind and subject_id = :subject_id
     and kind = any (:kinds::text[]) and state = 'running'
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version
), opened as (
  insert into clock_pause (district_code, id, clock_id, paused_at, basis_zh, basis_en)
  select district_code, gen_random_uuid(), id, :now, :basis_zh, :basis_en from paused
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from paused p
   where v.district_code = :district_code and v.district_code = p.district_code and v.clock_id = p.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'paused', state, card, due_on, yellow_on, statutory_due_on, calendar_version, :now, :recorded_at from paused
