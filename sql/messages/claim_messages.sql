-- Takes messages that are due and holds them until the lease ends; two senders never get the same one. Oldest first.
with due as (
  select district_code, id
    from message
   where district_code = :district_code and state = 'queued' and next_at <= :wall::timestamptz
   order by next_at, id
   limit :limit::int
     for update skip locked
)
update message m
   set next_at = :lease_until::timestamptz, attempts = m.attempts + 1
  from due
 where m.district_code = :district_code and m.district_code = due.district_code and m.id = due.id
returning m.district_code, m.id, m.template, m.params, m.phone_sealed, m.locale, m.attempts
