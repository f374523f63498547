-- The expert reviews that hold up the demo's decisions, with the fortnight that their applicants were told of.
insert into special_procedure (district_code, id, permit_id, project_id, kind, expected_until, started_at, promoter_id, contractor_id, authority_id)
select m.district_code, gen_random_uuid(), m.id, m.project_id, 'expert_review', (m.updated_at at time zone 'Asia/Shanghai')::date + 14, m.updated_at,
       m.promoter_id, m.contractor_id, m.authority_id
  from permit m
 where m.district_code = :district_code and m.status = 'special_procedure'
