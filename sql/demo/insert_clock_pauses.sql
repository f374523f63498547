-- The open pause of each paused clock of the demo, with its legal ground, so that it can be resumed.
insert into clock_pause (district_code, id, clock_id, paused_at, basis_zh, basis_en)
select c.district_code, gen_random_uuid(), c.id, c.paused_at, '行政许可法 第45条（专家评审）', 'Administrative Licensing Law art. 45 (expert review)'
  from clock c
 where c.district_code = :district_code and c.state = 'paused'
