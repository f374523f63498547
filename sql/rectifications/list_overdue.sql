-- Rectifications that nobody has answered with evidence though their clock has run out. Earliest first.
select r.id
  from rectification r
  join clock c on c.district_code = r.district_code and c.subject_kind = 'rectification' and c.subject_id = r.id
 where r.district_code = :district_code and r.status in ('issued', 'acknowledged') and c.state = 'running' and c.due_on < :today::date
 order by c.due_on, r.id
 limit :limit::int
