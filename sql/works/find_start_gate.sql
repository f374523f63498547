-- What stands between a project and its start: the newest main permit, and how many utilities have not answered.
select m.id as "permit_id?", m.status as "permit_status?", m.valid_from as "valid_from?", m.valid_to as "valid_to?",
       (select count(*) from utility_request r
         where r.district_code = p.district_code and r.project_id = p.id and r.status in ('open', 'partially_answered')) as "unanswered!"
  from dig_project p
  left join lateral (
       select id, status, valid_from, valid_to from permit
        where permit.district_code = p.district_code and permit.project_id = p.id and kind in ('excavation', 'construction')
        order by created_at desc, reference desc limit 1) m on true
 where p.district_code = :district_code and p.id = :project_id
