-- The decisions behind a figure, for staff: of a year, a month when asked, kinds of permit; latest first, then by reference. The same count as
-- count_approvals.
with numbered as materialized (
  select day, number from working_day_numbers(make_date(:year::int - 3, 1, 1), make_date(:year::int, 12, 31), :known_on::date)
), decided as (
  select p.district_code, p.project_id, p.reference, p.kind, k.id, k.state, k.started_on, (k.stopped_at at time zone 'Asia/Shanghai')::date as decided_on,
         k.promised_limit, k.statutory_limit, (p.submitted_at at time zone 'Asia/Shanghai')::date as submitted_on
    from clock k
    join permit p on p.district_code = k.district_code and p.id = k.subject_id
   where k.district_code = :district_code and k.subject_kind = 'permit' and k.kind = any (:clocks::text[]) and k.state in ('met', 'breached')
     and k.stopped_at >= make_date(:year::int, coalesce(:month::int, 1), 1)::timestamp at time zone 'Asia/Shanghai'
     and k.stopped_at < (make_date(:year::int, coalesce(:month::int, 12), 1) + interval '1 month') at time zone 'Asia/Shanghai'
     and k.started_on >= make_date(:year::int - 3, 1, 1)
     and (:kinds::text[] is null or p.kind::text = any (:kinds::text[]))
)
select d.district_code, d.project_id, d.reference, d.kind, d.started_on, d.decided_on as "decided_on!", d.promised_limit, d.statutory_limit, d.state = 'breached' as "is_late!",
       coalesce(d.decided_on = d.submitted_on, false) as "is_on_the_spot!",
       (n.number - s.number - coalesce((
         select sum(r.number - a.number)
           from clock_pause q
           join numbered a on a.day = (q.paused_at at time zone 'Asia/Shanghai')::date
           join numbered r on r.day = coalesce((q.resumed_at at time zone 'Asia/Shanghai')::date, d.decided_on)
          where q.district_code = :district_code and q.clock_id = d.id), 0))::int as "working_days!"
  from decided d
  join numbered s on s.day = d.started_on
  join numbered n on n.day = d.decided_on
 order by d.decided_on desc, d.reference
 limit :limit::int
