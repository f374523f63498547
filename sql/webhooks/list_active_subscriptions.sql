-- Every active subscription of these home districts: who subscribes, and to what. No order.
select district_code, id, organisation_id, role, types, area is not null as "has_area!"
  from subscription
 where district_code = any (:districts::int[]) and state = 'active'
