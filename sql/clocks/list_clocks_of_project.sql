-- The clocks of one project, open ones first, then by last day.
select district_code, id, subject_kind, subject_id, kind, owner, owner_id, basis_zh, basis_en, unit, statutory_limit, promised_limit, limit_months, started_on,
       due_on, statutory_due_on, due_at, yellow_on, provisional, calendar_version, state, card, paused_at, stopped_at, acknowledged_at, explanation,
       explained_at, version
  from clock
 where district_code = :district_code and project_id = :project_id
 order by state in ('running', 'paused') desc, due_on, id
 limit 200
