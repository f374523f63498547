-- Districts with something to deliver now. Nationwide on purpose: the sender then works district by district. No order.
select distinct district_code from delivery
 where state = 'pending' and next_at <= :at and (leased_until is null or leased_until <= :at)
