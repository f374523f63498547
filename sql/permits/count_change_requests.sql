-- How many changes, or renewals, a permit has been asked for: the next takes the next number.
select count(*) as "count!" from change_request where district_code = :district_code and permit_id = :permit_id and kind = :kind
