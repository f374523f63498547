-- The requests behind the figures, for staff: those that came in a year, a month when asked; the latest first, then by reference. The same count as
-- count_petitions; without a word that a petitioner wrote.
with numbered as materialized (
  select day, number from working_day_numbers(make_date(:year::int - 1, 1, 1), make_date(:year::int + 1, 12, 31), :known_on::date)
)
select p.district_code, p.id, p.reference, p.kind_code, (p.submitted_at at time zone 'Asia/Shanghai')::date as "came_on!",
       (p.first_answered_at at time zone 'Asia/Shanghai')::date as answered_on, n.number - s.number as "working_days?",
       coalesce(o.closed_at, p.closed_at) is not null as "is_closed!", j.result as "result?"
  from petition p
  join numbered s on s.day = (p.submitted_at at time zone 'Asia/Shanghai')::date
  left join numbered n on n.day = (p.first_answered_at at time zone 'Asia/Shanghai')::date
  left join petition o on o.district_code = p.district_code and o.id = p.duplicate_of_id
  left join lateral (
       select result from petition_round r
        where r.district_code = p.district_code and r.petition_id = p.id and r.result is not null
        order by r.number desc limit 1) j on true
 where p.district_code = :district_code
   and p.submitted_at >= make_date(:year::int, coalesce(:month::int, 1), 1)::timestamp at time zone 'Asia/Shanghai'
   and p.submitted_at < (make_date(:year::int, coalesce(:month::int, 12), 1) + interval '1 month') at time zone 'Asia/Shanghai'
 order by p.submitted_at desc, p.reference
 limit :limit::int
