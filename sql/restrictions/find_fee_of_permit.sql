-- Where the fee of one permit stands, as the caller may see it.
select status from permit_fee where district_code = :district_code and permit_id = :permit_id
