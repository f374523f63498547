-- Until when a broken promise keeps a promoter from another one: the latest such day that is not over, or no row.
select barred_until as "until!" from permit_promise
 where district_code = :district_code and promoter_id = :promoter_id and barred_until >= :today::date
 order by barred_until desc limit 1
