-- The states that the demo's clocks have been in: running, then raised to yellow and red, or ended, or paused.
with states as (
  select district_code, id, due_on, yellow_on, statutory_due_on, calendar_version, 'started'::clock_cause as cause, 'running'::clock_state as state,
         'none'::card as card, started_at as since
    from clock where district_code = :district_code
  union all
  select district_code, id, due_on, yellow_on, statutory_due_on, calendar_version, 'marked', state, 'yellow',
         greatest(yellow_on::timestamp at time zone 'Asia/Shanghai', started_at + interval '1 second')
    from clock where district_code = :district_code and state = 'running' and card <> 'none'
  union all
  select district_code, id, due_on, yellow_on, statutory_due_on, calendar_version, 'marked', state, 'red',
         coalesce(due_at, (due_on + 1)::timestamp at time zone 'Asia/Shanghai')
    from clock where district_code = :district_code and state = 'running' and card = 'red'
  union all
  select district_code, id, due_on, yellow_on, statutory_due_on, calendar_version,
         case when state = 'paused' then 'paused' else 'stopped' end::clock_cause, state, card, coalesce(paused_at, stopped_at)
    from clock where district_code = :district_code and state <> 'running'
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, valid_to, recorded_from, recorded_to)
select district_code, id, row_number() over w, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, since, lead(since) over w, since, lead(since) over w
  from states
window w as (partition by id order by since, card)
