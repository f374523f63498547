-- Open clocks of one district whose card is not the one of today: what the sweep has to raise. Locked, oldest first, in batches.
select district_code, id, project_id, subject_kind, subject_id, kind, owner, owner_id, promoter_id, basis_zh, basis_en, due_on, version,
       case when coalesce(:now::timestamptz >= due_at, :today::date > due_on) then 'red'::card else 'yellow'::card end as "marked!"
  from clock
 where district_code = :district_code and state = 'running'
   and card <> case when coalesce(:now::timestamptz >= due_at, :today::date > due_on) then 'red'::card
                    when :today::date >= yellow_on then 'yellow'::card else 'none'::card end
   and :today::date >= yellow_on
 order by due_on, id
 limit :limit::int
   for update skip locked
