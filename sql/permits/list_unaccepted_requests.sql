-- Changes and renewals whose statutory days for acceptance are over: deemed accepted (行政许可法 32(4)). Oldest first.
select r.id from change_request r
 where r.district_code = :district_code and r.status = 'submitted'
   and exists (select 1 from clock c
                where c.district_code = r.district_code and c.subject_kind in ('change_request', 'renewal') and c.subject_id = r.id
                  and c.kind in ('change.acceptance', 'renewal.acceptance') and c.state = 'running' and coalesce(c.statutory_due_on, c.due_on) < :today::date)
 order by r.submitted_at, r.id
 limit :limit::int
