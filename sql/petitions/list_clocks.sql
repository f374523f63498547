-- The clocks of one request, open ones first, then by last day.
select id, kind, owner, owner_id, basis_zh, basis_en, unit, statutory_limit, promised_limit, started_on, due_on, statutory_due_on, due_at, yellow_on, provisional,
       calendar_version, state, card, stopped_at, acknowledged_at, explanation
  from clock
 where district_code = :district_code and subject_kind = 'petition' and subject_id = :id
 order by state in ('running', 'paused') desc, due_on, id
 limit 50
