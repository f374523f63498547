-- Every day of a stretch with the number of working days up to and including it, counted from the first: Monday to Friday, less and plus what the notices known
-- on a day take away and add. The working days after one day through another are the difference of their numbers: what countWorkingDays counts.
create or replace function working_day_numbers(first_day date, last_day date, known_on date)
returns table (day date, number int) language sql stable parallel safe as $$
  select s.day, count(*) filter (where coalesce(e.is_working, extract(isodow from s.day) < 6)) over (order by s.day)::int
    from (select generate_series(first_day::timestamp, last_day::timestamp, interval '1 day')::date as day) s
    left join (
         select distinct on (d.day) d.day, d.is_working
           from calendar_day d
           join calendar_version v on v.version = d.version
          where v.published_on <= known_on
          order by d.day, v.published_on desc) e on e.day = s.day
$$;
