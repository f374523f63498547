-- The demo's clocks, running and stopped. Rows as a JSON array; all or nothing.
insert into clock (district_code, id, project_id, subject_kind, subject_id, owner, owner_id, kind, promoter_id,
                   contractor_id, basis_zh, basis_en, unit, statutory_limit, promised_limit, limit_months, started_at, started_on,
                   due_on, statutory_due_on, due_at, yellow_on, provisional, calendar_version, state, card, paused_at,
                   stopped_at, version)
select r.district_code, r.id, r.project_id, r.subject_kind, r.subject_id, r.owner, r.owner_id, r.kind, r.promoter_id,
       r.contractor_id, r.basis_zh, r.basis_en, r.unit, r.statutory_limit, r.promised_limit, r.limit_months, r.started_at,
       r.started_on, r.due_on, r.statutory_due_on, r.due_at, r.yellow_on, r.provisional, r.calendar_version, r.state,
       r.card, r.paused_at, r.stopped_at, r.version
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, project_id uuid, subject_kind text, subject_id uuid, owner card_owner,
        owner_id uuid, kind text, promoter_id uuid, contractor_id uuid, basis_zh text, basis_en text,
        unit clock_unit, statutory_limit double precision, promised_limit double precision, limit_months int,
        started_at timestamptz, started_on date, due_on date, statutory_due_on date, due_at timestamptz,
        yellow_on date, provisional boolean, calendar_version text, state clock_state, card card,
        paused_at timestamptz, stopped_at timestamptz, version int)
