-- The sealed account number of a leg and what names it without opening it.
select account_sealed, account_hmac
  from transfer_leg
 where district_code = :district_code and id = :id
