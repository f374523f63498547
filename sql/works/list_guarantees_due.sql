-- Works accepted before today whose guarantee has not begun, and works whose guarantee is over. Oldest first.
select id, status from works
 where district_code = :district_code
   and ((status = 'passed' and (passed_at at time zone 'Asia/Shanghai')::date < :today::date)
     or (status = 'guarantee' and guarantee_to < :today::date))
 order by passed_at, id limit :limit::int
