-- Takes due deliveries of one district until :leased_until, oldest due first, at most :per_subscription of one subscription.
-- A delivery waits for earlier ones about the same subject to the same subscriber. Rows that another worker holds are skipped.
with ranked as (
  select d.id, row_number() over (partition by d.subscription_id order by d.next_at, d.id) as place
    from delivery d
   where d.district_code = :district_code and d.state = 'pending' and d.next_at <= :at
     and (d.leased_until is null or d.leased_until <= :at)
     and not exists (select 1 from delivery earlier
                      where earlier.district_code = :district_code and earlier.subscription_id = d.subscription_id
                        and earlier.subject_id = d.subject_id and earlier.subject_version < d.subject_version
                        and earlier.state = 'pending')
), due as (
  select d.id from delivery d
   where d.district_code = :district_code and d.state = 'pending' and (d.leased_until is null or d.leased_until <= :at)
     and d.id in (select id from ranked where place <= :per_subscription::int)
   order by d.next_at, d.id
   limit :limit::int
     for update of d skip locked
), claimed as (
  update delivery d set leased_until = :leased_until, attempts = d.attempts + 1
    from due
   where d.district_code = :district_code and d.id = due.id
  returning d.district_code, d.id, d.subscription_id, d.subscription_district_code, d.organisation_id, d.event_id, d.attempts, d.next_at
)
select c.district_code, c.id, c.subscription_id, c.subscription_district_code, c.organisation_id, c.event_id, c.attempts,
       e.type, e.subject_kind, e.subject_id, e.subject_version, e.seq, e.at, e.data
  from claimed c
  join event e on e.district_code = c.district_code and e.id = c.event_id
 order by c.next_at, c.id
