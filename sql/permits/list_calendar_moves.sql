-- What the calendar turns today, oldest first. Applications whose statutory days for acceptance are over are deemed accepted (行政许可法 32(4)); a permit
-- past its last day is renewed when a renewal was asked and not decided (50), has expired when it was used (70), and lapses when it never was; a construction
-- permit lapses when its time to start is over (建筑法 9).
select p.id, case when p.status = 'submitted' then 'deem'
                  when p.valid_to >= :today::date then 'lapse'
                  when exists (select 1 from change_request r
                                where r.district_code = p.district_code and r.permit_id = p.id and r.kind = 'renewal' and r.status in ('submitted', 'application_accepted'))
                    then 'renew'
                  when w.status = 'not_started' then 'lapse'
                  else 'expire' end as "turn!"
  from permit p
  join works w on w.district_code = p.district_code and w.project_id = p.project_id
 where p.district_code = :district_code
   and ((p.status = 'submitted' and exists (
          select 1 from clock c
           where c.district_code = p.district_code and c.subject_kind = 'permit' and c.subject_id = p.id and c.kind = 'permit.acceptance'
             and c.state = 'running' and coalesce(c.statutory_due_on, c.due_on) < :today::date))
     or (p.status in ('granted', 'delivered') and p.valid_to < :today::date)
     or (p.status = 'delivered' and w.status = 'not_started' and exists (
          select 1 from clock c
           where c.district_code = p.district_code and c.subject_kind = 'permit' and c.subject_id = p.id and c.kind = 'permit.start'
             and c.state = 'running' and coalesce(c.statutory_due_on, c.due_on) < :today::date)))
 order by p.updated_at, p.id
 limit :limit::int
