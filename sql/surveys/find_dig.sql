-- The dig of a survey and when its works began.
select p.district_code, p.id, p.reference, p.authority_id, p.promoter_id, p.contractor_id, w.started_at as "started_at?"
  from dig_project p left join works w on w.district_code = p.district_code and w.project_id = p.id
 where p.district_code = :district_code and p.id = :project_id
