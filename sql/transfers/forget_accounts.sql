-- Takes the account numbers, and what is made of them, off the legs of one sale. Returns how many there were.
with gone as (
  update transfer_leg set account_sealed = null, account_hmac = null, account_masked = null
   where district_code = :district_code and case_id = :case_id and account_sealed is not null
  returning id
)
select count(*)::int as "count!" from gone
