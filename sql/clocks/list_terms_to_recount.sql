-- By what the open clocks of a district are counted where no pause ever held them, and how many share each: clocks begun on one day by one limit end on one
-- day. Clocks in hours need no calendar. The oldest terms first.
select c.unit, c.started_on, c.statutory_limit, c.promised_limit, c.limit_months, c.due_on, c.yellow_on, c.statutory_due_on, c.provisional, c.card,
       count(*)::int as "clocks!"
  from clock c
 where c.district_code = :district_code and c.state = 'running' and c.unit <> 'hours'
   and c.id not in (select clock_id from clock_pause where district_code = :district_code)
 group by c.unit, c.started_on, c.statutory_limit, c.promised_limit, c.limit_months, c.due_on, c.yellow_on, c.statutory_due_on, c.provisional, c.card
 order by c.started_on, c.due_on
 limit :limit::int
