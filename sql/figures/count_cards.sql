-- Cards raised in a year, by month and colour, from the ledger of the clocks. Clocks of a home's sale are left out.
select extract(month from v.valid_from at time zone 'Asia/Shanghai')::int as "month!", v.card::text as "card!", count(*) as "raised!"
  from clock_version v
  join clock k on k.district_code = v.district_code and k.id = v.clock_id and k.subject_kind <> 'transfer_leg'
 where v.district_code = :district_code and v.cause = 'marked'
   and v.valid_from >= make_date(:year::int, 1, 1)::timestamp at time zone 'Asia/Shanghai'
   and v.valid_from < make_date(:year::int + 1, 1, 1)::timestamp at time zone 'Asia/Shanghai'
 group by 1, 2
 order by 1, 2
