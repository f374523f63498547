-- For each month from :first to :last: the digs of a selection whose ground is open in it, and those that begin, really or by plan, and end in it.
with picked as (
  select null::date as dug_from, null::date as dug_to
)
select to_char(m.month, 'YYYY-MM') as "month!", count(*) filter (where p.dug_from < m.month + interval '1 month' and p.dug_to >= m.month)::int as "open!",
       count(*) filter (where p.dug_from >= m.month and p.dug_from < m.month + interval '1 month')::int as "begun!",
       count(*) filter (where p.dug_to >= m.month and p.dug_to < m.month + interval '1 month')::int as "ended!"
  from generate_series(:first::timestamp, :last::timestamp, interval '1 month') m (month)
  left join picked p on p.dug_from < m.month + interval '1 month' and p.dug_to >= m.month
 group by m.month
 order by m.month
