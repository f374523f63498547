-- Whether the fee of a permit is out of the way: paid in, waived, or nothing. No row: not assessed yet.
select (status <> 'assessed' or total = 0) as "is_clear!" from permit_fee
 where district_code = :district_code and permit_id = :permit_id
