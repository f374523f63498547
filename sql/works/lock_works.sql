-- One works row, locked, for a job.
select w.district_code, w.id, w.project_id, w.status, w.promoter_id, w.contractor_id, w.authority_id, w.started_at, w.suspended_at, w.completed_at, w.passed_at,
       w.guarantee_from, w.guarantee_to, w.closed_at, w.inspection_called_on, w.version, p.planned_to, p.kind
  from works w
  join dig_project p on p.district_code = w.district_code and p.id = w.project_id
 where w.district_code = :district_code and w.id = :id for update of w
