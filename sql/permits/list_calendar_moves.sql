-- Applications whose statutory days for acceptance are over (行政许可法 32(4): deemed accepted), and permits whose period is over without a start. Oldest first.
select p.id, p.status from permit p
  join works w on w.district_code = p.district_code and w.project_id = p.project_id
 where p.district_code = :district_code
   and ((p.status = 'submitted' and exists (
          select 1 from clock c
           where c.district_code = p.district_code and c.subject_kind = 'permit' and c.subject_id = p.id and c.kind = 'permit.acceptance'
             and c.state = 'running' and coalesce(c.statutory_due_on, c.due_on) < :today::date))
     or (p.status in ('granted', 'delivered') and w.status = 'not_started' and p.valid_to < :today::date))
 order by p.updated_at, p.id
 limit :limit::int
