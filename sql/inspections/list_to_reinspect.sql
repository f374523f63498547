-- The rectifications of a dig that a re-inspection could decide, the earliest last day first.
select district_code, id, status, evidence_by
  from rectification
 where district_code = :district_code and project_id = :project_id and status not in ('cleared', 'withdrawn')
 order by due_on, id
 limit 50
