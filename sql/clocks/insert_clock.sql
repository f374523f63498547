-- A new running clock with its first version. The card is that of today.
with started as (
  insert into clock (district_code, id, project_id, subject_kind, subject_id, kind, owner, owner_id, promoter_id, contractor_id,
                     basis_zh, basis_en, unit, statutory_limit, promised_limit, limit_months, started_at, started_on, due_on,
                     statutory_due_on, due_at, yellow_on, provisional, calendar_version, card)
  values (:district_code, :id, :project_id, :subject_kind, :subject_id, :kind, :owner, :owner_id, :promoter_id, :contractor_id,
          :basis_zh, :basis_en, :unit, :statutory_limit, :promised_limit, :limit_months, :started_at, :started_on, :due_on,
          :statutory_due_on, :due_at, :yellow_on, :provisional, :calendar_version, :card)
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version, started_at
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'started', state, card, due_on, yellow_on, statutory_due_on, calendar_version, started_at, :recorded_at from started
