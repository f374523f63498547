-- How many granted files were handed over, signed for, wait, and wait longer than they may by their running clock.
select count(*) as "handed_over!", count(*) filter (where h.status = 'signed') as "signed!", count(*) filter (where h.status = 'waiting') as "unclaimed!",
       count(*) filter (where h.status = 'waiting' and c.due_on < :today::date) as "overdue!"
  from handover h
  left join clock c on c.district_code = h.district_code and c.subject_kind = 'handover' and c.subject_id = h.id and c.state = 'running'
 where h.district_code = :district_code and h.status in ('waiting', 'signed')
