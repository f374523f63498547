-- The works whose guarantee a cleared rectification fell into, and from which day to which it was repaired.
select w.id as works_id, (r.issued_at at time zone 'Asia/Shanghai')::date as "issued_on!", (r.cleared_at at time zone 'Asia/Shanghai')::date as "cleared_on!"
  from rectification r
  join works w on w.district_code = r.district_code and w.project_id = r.project_id and w.status = 'guarantee'
 where r.district_code = :district_code and r.id = :rectification_id and r.cleared_at is not null
   and (r.issued_at at time zone 'Asia/Shanghai')::date >= w.guarantee_from
