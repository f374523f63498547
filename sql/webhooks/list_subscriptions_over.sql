-- Which of these subscriptions have an area that meets a shape (hex EWKB). No order.
select id
  from subscription
 where district_code = any (:districts::int[]) and id = any (:ids::uuid[])
   and st_intersects(area, st_geomfromewkb(decode(:shape, 'hex')))
