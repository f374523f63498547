-- Where the latest part of one permit's fee stands, as the caller may see it.
select status from permit_fee where district_code = :district_code and permit_id = :permit_id
 order by part desc
 limit 1
