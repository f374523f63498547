-- Whether the fee of a permit is out of the way: every part paid in, waived, or nothing. No row: not assessed yet.
select bool_and(status <> 'assessed' or total = 0) as "is_clear!" from permit_fee
 where district_code = :district_code and permit_id = :permit_id
having count(*) > 0
