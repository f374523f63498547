-- How many stop orders of these alerts the caller may see, how many were acknowledged, and how many are silent: not acknowledged though their hours are over.
-- By alert.
select alert_id, count(*) as "orders!", count(acknowledged_at) as "acknowledged!",
       count(*) filter (where status = 'sent' and answer_by <= :now::timestamptz) as "silent!", count(*) filter (where is_halting) as "halted!"
  from stop_order
 where district_code = :district_code and alert_id = any (:alert_ids::uuid[])
 group by alert_id
 order by alert_id
