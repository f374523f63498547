-- Pauses the running clocks of these kinds on one subject and opens a pause with its legal ground.
with paused as (
  update clock set state = 'paused', card = 'none', paused_at = :now, version = version + 1
   where district_code = :district_code and subject_kind = :subject_kind and subject_id = :subject_id
     and kind = any (:kinds::text[]) and state = 'running'
  returning district_code, id
)
insert into clock_pause (district_code, id, clock_id, paused_at, basis_zh, basis_en)
select district_code, gen_random_uuid(), id, :now, :basis_zh, :basis_en from paused
