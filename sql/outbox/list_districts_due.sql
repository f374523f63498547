-- Districts that have something to number or to hand on: events without a number, audit rows without one, outbox rows due. A named nationwide read.
select district_code as "district_code!" from (
  select district_code from event where seq is null
  union select district_code from audit where seq is null
  union select district_code from outbox where done_at is null and next_at <= :wall::timestamptz
) due
 order by district_code
