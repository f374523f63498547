-- The clocks behind a figure of lateness, as the caller may see them: broken in a year, or red now and not explained ('unexplained'), the latest last day first.
select k.district_code, k.id, k.project_id, k.subject_kind, k.subject_id,
       coalesce(p.reference, q.reference, d.reference) as "reference?", p.name as "name?", k.kind, k.owner, k.due_on, k.stopped_at, p.promoter_name as "promoter_name?"
  from clock k
  left join dig_project p on p.district_code = k.district_code and p.id = k.project_id
  left join petition q on q.district_code = k.district_code and k.subject_kind = 'petition' and q.id = k.subject_id
  left join detection d on d.district_code = k.district_code and k.subject_kind = 'detection' and d.id = k.subject_id
 where k.district_code = :district_code and k.subject_kind <> 'transfer_leg'
   and case when :which = 'unexplained' then k.state = 'running' and k.card = 'red' and k.owner = 'authority' and k.explained_at is null
            else k.state = 'breached' and k.stopped_at >= make_date(:year::int, 1, 1)::timestamp at time zone 'Asia/Shanghai'
             and k.stopped_at < make_date(:year::int + 1, 1, 1)::timestamp at time zone 'Asia/Shanghai' end
 order by k.due_on desc, k.id
 limit :limit::int
