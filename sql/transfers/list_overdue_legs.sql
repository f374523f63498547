-- Legs whose utility is late: the clock for acknowledging (pushed) or for completing (acknowledged) ran out before today.
select l.district_code, l.case_id, l.kind
  from transfer_leg l
  join clock k on k.district_code = l.district_code and k.subject_kind = 'transfer_leg' and k.subject_id = l.id and k.state = 'running'
   and k.kind = case l.status when 'pushed' then 'transfer.acknowledgement' else 'transfer.completion' end
 where l.district_code = :district_code and l.status in ('pushed', 'acknowledged') and k.due_on < :today::date
 order by k.due_on, l.id
 limit :limit::int
