-- The questions about a dig that stand, answered or not, once a change of its ground was granted; none when that change moved the period alone. Locked.
select r.district_code, r.id, r.project_id, r.status, r.version, r.promoter_id, r.contractor_id, r.utility_id
  from change_request c
  join utility_request r on r.district_code = c.district_code and r.project_id = c.project_id and r.status <> 'superseded'
 where c.district_code = :district_code and c.id = :change_id and c.geom is not null
 order by r.id
   for update of r
