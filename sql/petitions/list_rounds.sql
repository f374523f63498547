-- Every dispatch of a request and what came of it, the first first, as the caller may see it.
select r.number, r.grade, r.dispatcher_id, d.name_zh as "dispatcher_zh?", d.name_en as "dispatcher_en?", r.unit_id, u.name_zh as "unit_zh?", u.name_en as "unit_en?",
       r.judge_id, j.name_zh as "judge_zh?", j.name_en as "judge_en?", r.reason, r.dispatched_at, r.due_on, r.answer, r.files, r.answered_at, r.result,
       r.result_note, r.judged_at
  from petition_round r
  left join organisation d on d.district_code = r.district_code and d.id = r.dispatcher_id
  left join organisation u on u.district_code = r.district_code and u.id = r.unit_id
  left join organisation j on j.district_code = r.district_code and j.id = r.judge_id
 where r.district_code = :district_code and r.petition_id = :id
 order by r.number
 limit 20
