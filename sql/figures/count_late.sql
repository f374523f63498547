-- Clocks that were broken in a year, and those that are red now and not explained in public though an authority holds the ball, by month of the breach
-- (0 = now). Clocks of a home's sale are left out.
select extract(month from stopped_at at time zone 'Asia/Shanghai')::int as "month!", owner as "owner!", count(*) as "count!"
  from clock
 where district_code = :district_code and state = 'breached' and subject_kind <> 'transfer_leg'
   and stopped_at >= make_date(:year::int, 1, 1)::timestamp at time zone 'Asia/Shanghai'
   and stopped_at < make_date(:year::int + 1, 1, 1)::timestamp at time zone 'Asia/Shanghai'
 group by 1, 2
union all
select 0, owner, count(*)
  from clock
 where district_code = :district_code and state = 'running' and card = 'red' and owner = 'authority' and explained_at is null and subject_kind <> 'transfer_leg'
 group by 2
 order by 1, 2
