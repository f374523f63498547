-- Requests around digs of two years by the month they came in (month 0: the whole year): how many came, how many are closed (one that was linked to another, with
-- that one), how many petitioners were reached by the third party and how many of them are satisfied or basically so (the last judgement of each), how many were
-- answered, and the median of working days from the day after a request came to its first answer, by the calendar known on a day.
with numbered as materialized (
  select day, number from working_day_numbers(make_date(:year::int - 1, 1, 1), make_date(:year::int + 1, 12, 31), :known_on::date)
), asked as (
  select p.id, (p.submitted_at at time zone 'Asia/Shanghai')::date as came_on, (p.first_answered_at at time zone 'Asia/Shanghai')::date as answered_on,
         coalesce(o.closed_at, p.closed_at) is not null as is_closed, j.result
    from petition p
    left join petition o on o.district_code = p.district_code and o.id = p.duplicate_of_id
    left join lateral (
         select result from petition_round r
          where r.district_code = p.district_code and r.petition_id = p.id and r.result is not null
          order by r.number desc limit 1) j on true
   where p.district_code = :district_code
     and p.submitted_at >= make_date(:year::int - 1, 1, 1)::timestamp at time zone 'Asia/Shanghai'
     and p.submitted_at < make_date(:year::int + 1, 1, 1)::timestamp at time zone 'Asia/Shanghai'
), counted as (
  select extract(year from a.came_on)::int as year, extract(month from a.came_on)::int as month, a.is_closed, a.result, a.answered_on, n.number - s.number as working_days
    from asked a
    join numbered s on s.day = a.came_on
    left join numbered n on n.day = a.answered_on
)
select year as "year!", coalesce(month, 0) as "month!", count(*)::int as "received!", (count(*) filter (where is_closed))::int as "closed!",
       (count(*) filter (where result <> 'not_reached'))::int as "reached!",
       (count(*) filter (where result in ('satisfied', 'basically_satisfied')))::int as "satisfied!",
       (count(*) filter (where answered_on is not null))::int as "answered!",
       percentile_cont(0.5) within group (order by working_days) filter (where answered_on is not null) as answer_days
  from counted
 group by grouping sets ((year, month), (year))
 order by 1, 2
