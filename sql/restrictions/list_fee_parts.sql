-- What was assessed of one permit's fee so far, part by part.
select part, status, restoration, occupation, total as "total!" from permit_fee
 where district_code = :district_code and permit_id = :permit_id
 order by part
 limit 100
