-- Deliveries to the caller's organisation (row security), newest first, by keyset (created_at, id). Every filter is optional.
select d.district_code, d.id, d.subscription_district_code, d.subscription_id, d.event_id, e.type, d.state, d.attempts,
       d.next_at, d.last_status, d.last_error, d.created_at, d.sent_at
  from delivery d
  join event e on e.district_code = d.district_code and e.id = d.event_id
 where d.district_code = any (:districts::int[]) and d.organisation_id = :organisation_id and d.subscription_id = :subscription_id
   and (:state::text is null or d.state = :state::text)
   and (:before_at::timestamptz is null or (d.created_at, d.id) < (:before_at::timestamptz, :before_id::uuid))
 order by d.created_at desc, d.id desc
 limit :limit::int
