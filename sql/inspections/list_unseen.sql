-- Visits of a dig that colleagues made after the first :known of it, at the same site or at the whole dig, the latest first. Withdrawn ones are none.
select district_code, id, reference, outcome, findings, inspected_at
  from inspection
 where district_code = :district_code and project_id = :project_id and inspector_id <> :inspector_id and withdrawn_at is null
   and (site_id is null or :site_id::uuid is null or site_id = :site_id::uuid)
   and id in (select id from inspection where district_code = :district_code and project_id = :project_id order by recorded_at, reference offset :known::int)
 order by recorded_at desc, reference desc
 limit 20
