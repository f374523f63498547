-- Every pause of the clocks of one project, oldest first.
select p.clock_id, p.paused_at, p.resumed_at, p.basis_zh, p.basis_en
  from clock c
  join clock_pause p on p.district_code = c.district_code and p.clock_id = c.id
 where c.district_code = :district_code and c.project_id = :project_id
 order by p.paused_at, p.id
 limit 500
