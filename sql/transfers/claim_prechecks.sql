-- Takes prechecks that are due and holds them until the lease ends; two takers never get the same one. The route is that of the leg's utility.
with due as (
  select district_code, id
    from transfer_leg
   where district_code = :district_code and status = 'precheck_requested' and next_at <= :wall::timestamptz and utility_id is not null
   order by next_at, id
   limit :limit::int
     for update skip locked
)
update transfer_leg l
   set next_at = :lease_until::timestamptz, attempts = l.attempts + 1
  from due
 where l.district_code = :district_code and l.district_code = due.district_code and l.id = due.id
returning l.district_code, l.id, l.case_id, l.kind, l.attempts, l.account_sealed,
          (select r.unit_code from utility_route r
            where r.district_code = l.district_code and r.utility_kind = l.kind and r.utility_id = l.utility_id and l.admin_code like r.admin_code || '%'
              and r.valid_from <= :day::date and (r.valid_to is null or r.valid_to > :day::date)
            order by length(r.admin_code) desc, r.valid_from desc limit 1) as unit_code,
          (select r.precheck_url from utility_route r
            where r.district_code = l.district_code and r.utility_kind = l.kind and r.utility_id = l.utility_id and l.admin_code like r.admin_code || '%'
              and r.valid_from <= :day::date and (r.valid_to is null or r.valid_to > :day::date)
            order by length(r.admin_code) desc, r.valid_from desc limit 1) as precheck_url
