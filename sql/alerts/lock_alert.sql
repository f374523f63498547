-- One alert, locked, for the jobs that send and release its orders: one batch at a time.
select district_code, id, kind, level, status, basis_zh, basis_en, answer_hours, from_at, until_at, organisation_id, lift_reason, version
  from alert where district_code = :district_code and id = :id for update
