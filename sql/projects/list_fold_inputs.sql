-- What the fold of many projects reads: the same as find_fold_inputs of one. Locks the projects, in order of their id.
select p.id, p.status, p.stage, p.version, p.promoter_id, m.status as "permit_status?", w.status as "works_status?",
       coalesce(c.card, 'none') as "card!", c.owner as "card_owner?",
       (w.started_at at time zone 'Asia/Shanghai')::date as "begun_on?",
       (coalesce(w.passed_at, w.completed_at) at time zone 'Asia/Shanghai')::date as "ended_on?"
  from dig_project p
  left join lateral (
       select case when deregistered_from in ('granted', 'delivered') then status else coalesce(deregistered_from, status) end as status from permit
        where permit.district_code = p.district_code and permit.project_id = p.id and kind in ('excavation', 'construction')
        order by created_at desc, reference desc limit 1) m on true
  left join works w on w.district_code = p.district_code and w.project_id = p.id
  left join lateral (
       select card, owner from clock
        where clock.district_code = p.district_code and clock.project_id = p.id and state = 'running' and card <> 'none'
        order by card desc, due_on, id limit 1) c on true
 where p.district_code = :district_code and p.id = any (:ids::uuid[])
 order by p.id
   for update of p
