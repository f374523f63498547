-- The stop orders of a dig that nobody has acknowledged, the oldest first.
select id, status, version from stop_order
 where district_code = :district_code and project_id = :project_id and status = 'sent'
 order by sent_at, id limit 20
