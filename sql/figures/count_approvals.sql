-- Decisions of two years by kind of permit and month, from the authority's decision clocks that have stopped: their working days by the calendar known on a
-- day (the day of acceptance is not counted, nor are days of a pause), how many were made on the day of the application, after the limit, and wholly online;
-- and the limits, statutory and promised, by which they were counted.
with numbered as materialized (
  select day, number from working_day_numbers(make_date(:year::int - 3, 1, 1), make_date(:year::int, 12, 31), :known_on::date)
), decided as (
  select p.kind, k.id, k.state, k.started_on, (k.stopped_at at time zone 'Asia/Shanghai')::date as decided_on, k.statutory_limit, k.promised_limit,
         (p.submitted_at at time zone 'Asia/Shanghai')::date as submitted_on,
         exists (select from event e where e.district_code = p.district_code and e.subject_kind = 'permit' and e.subject_id = p.id
                    and e.type = 'permit.submitted' and e.actor_role = 'promoter') as is_online,
         exists (select from special_procedure s where s.district_code = p.district_code and s.permit_id = p.id) as is_met
    from clock k
    join permit p on p.district_code = k.district_code and p.id = k.subject_id
   where k.district_code = :district_code and k.subject_kind = 'permit' and k.kind = any (:clocks::text[]) and k.state in ('met', 'breached')
     and k.stopped_at >= make_date(:year::int - 1, 1, 1)::timestamp at time zone 'Asia/Shanghai'
     and k.stopped_at < make_date(:year::int + 1, 1, 1)::timestamp at time zone 'Asia/Shanghai'
     and k.started_on >= make_date(:year::int - 3, 1, 1)
), counted as (
  select d.*, n.number - s.number - coalesce((
           select sum(r.number - a.number)
             from clock_pause q
             join numbered a on a.day = (q.paused_at at time zone 'Asia/Shanghai')::date
             join numbered r on r.day = coalesce((q.resumed_at at time zone 'Asia/Shanghai')::date, d.decided_on)
            where q.district_code = :district_code and q.clock_id = d.id), 0) as working_days
    from decided d
    join numbered s on s.day = d.started_on
    join numbered n on n.day = d.decided_on
)
select kind, extract(year from decided_on)::int as "year!", extract(month from decided_on)::int as "month!", count(*) as "decided!",
       sum(working_days)::int as "working_days!", count(*) filter (where decided_on = submitted_on) as "on_the_spot!",
       count(*) filter (where state = 'breached') as "late!", count(*) filter (where is_online) as "online!",
       count(*) filter (where is_online and not is_met) as "wholly_online!",
       count(*) filter (where promised_limit is not null and statutory_limit is not null) as "promised!",
       coalesce(sum(statutory_limit) filter (where promised_limit is not null), 0) as "statutory_days!",
       coalesce(sum(promised_limit) filter (where statutory_limit is not null), 0) as "promised_days!"
  from counted
 group by 1, 2, 3
 order by 1, 2, 3
