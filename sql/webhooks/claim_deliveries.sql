-- Takes due deliveries of one district until :leased_until, oldest due first; of one subscription no more than bring those under way to :per_subscription.
-- A delivery waits for earlier ones about the same subject to the same subscriber. Rows that another worker holds are skipped.
with busy as (
  select subscription_id, count(*)::int as under_way
    from delivery
   where district_code = :district_code and state = 'pending' and leased_until > :at
   group by subscription_id
), waiting as (
  select distinct subscription_id
    from delivery
   where district_code = :district_code and state = 'pending' and next_at <= :at and (leased_until is null or leased_until <= :at)
), due as (
  select d.id
    from waiting w
    left join busy b on b.subscription_id = w.subscription_id
   cross join lateral (
      select d.id, d.next_at
        from delivery d
       where d.district_code = :district_code and d.subscription_id = w.subscription_id and d.state = 'pending' and d.next_at <= :at
         and (d.leased_until is null or d.leased_until <= :at)
         and not exists (select 1 from delivery earlier
                          where earlier.district_code = :district_code and earlier.subscription_id = d.subscription_id
                            and earlier.subject_id = d.subject_id and earlier.subject_version < d.subject_version
                            and earlier.state = 'pending')
       order by d.next_at, d.id
       limit greatest(:per_subscription::int - coalesce(b.under_way, 0), 0)
         for update of d skip locked) d
   order by d.next_at, d.id
   limit :limit::int
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
