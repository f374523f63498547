-- Where these subscriptions want to be told, and their sealed secrets. Only active ones. No order.
select id, url, secret_sealed, previous_secret_sealed, previous_secret_until
  from subscription
 where district_code = any (:districts::int[]) and id = any (:ids::uuid[]) and state = 'active'
