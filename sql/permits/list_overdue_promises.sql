-- Accepted promises whose day is over, oldest first.
select id, permit_id from permit_promise
 where district_code = :district_code and status = 'accepted' and until < :today::date
 order by until, id
 limit :limit::int
