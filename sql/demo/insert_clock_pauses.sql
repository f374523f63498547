-- The open pause of each paused clock of the demo, with the legal ground that the rules give for it, so that it can be resumed.
insert into clock_pause (district_code, id, clock_id, paused_at, basis_zh, basis_en)
select c.district_code, gen_random_uuid(), c.id, c.paused_at, r.basis_zh, r.basis_en
  from clock c
 cross join lateral (
       select basis_zh, basis_en from rule
        where key = case c.kind when 'approval.whole' then c.kind else 'permit.special_procedure.expert_review' end and jurisdiction in ('CN', '510000')
        order by jurisdiction, valid_from desc limit 1) r
 where c.district_code = :district_code and c.state = 'paused'
