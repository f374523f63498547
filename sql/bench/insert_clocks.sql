-- So many running decision clocks, begun over the days before the notice of 2020-01-27, each with its first version: what the bench counts again.
with started as (
  insert into clock (district_code, id, subject_kind, subject_id, kind, owner, owner_id, basis_zh, basis_en, unit, statutory_limit, started_at, started_on,
                     due_on, statutory_due_on, yellow_on, calendar_version)
  select :district_code, gen_random_uuid(), 'permit', gen_random_uuid(), 'permit.decision', 'authority', :owner_id, '行政许可法 第42条',
         'Administrative Licensing Law art. 42', 'working_days', 20, d.day + time '10:00' at time zone 'Asia/Shanghai', d.day, d.due_on, d.due_on, d.yellow_on,
         :calendar_version
    from generate_series(1, :count::int) n
    join json_to_recordset(:days::json) as d(number int, day date, due_on date, yellow_on date) on d.number = n % json_array_length(:days::json)
  returning district_code, id, version, state, card, due_on, yellow_on, statutory_due_on, calendar_version, started_at
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'started', state, card, due_on, yellow_on, statutory_due_on, calendar_version, started_at, started_at from started
