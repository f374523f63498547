-- One request as the caller may see it, with its words and its running clock. Who asked is not in it.
select p.district_code, p.id, p.reference, p.kind_code, p.from_kind, p.status, p.grade, p.round, p.is_outside_duty, p.admin_code, p.street_name, p.project_id,
       g.reference as "project_reference?", g.name as "project_name?", g.name_en as "project_name_en?", p.unit_id, u.name_zh as "unit_zh?", u.name_en as "unit_en?",
       p.judge_id, j.name_zh as "judge_zh?", j.name_en as "judge_en?", p.duplicate_of_id, o.reference as "duplicate_of_reference?", p.said, p.submitted_at, p.closed_at,
       p.version, p.updated_at, c.kind as "due_for?", c.due_on as "due_on?", c.due_at as "due_at?", c.card as "card?", st_asgeojson(p.geom, 7, 0)::json as "position!",
       p.body, p.grade_reason, p.dispatcher_id, p.authority_id, p.promoter_id, p.said_at, p.first_answered_at, p.forgotten_at
  from petition p
  left join petition o on o.district_code = p.district_code and o.id = p.duplicate_of_id
  left join dig_project g on g.district_code = p.district_code and g.id = p.project_id
  left join organisation u on u.district_code = p.district_code and u.id = p.unit_id
  left join organisation j on j.district_code = p.district_code and j.id = p.judge_id
  left join lateral (
       select kind, due_on, due_at, card from clock
        where clock.district_code = p.district_code and clock.subject_kind = 'petition' and clock.subject_id = p.id and clock.state = 'running'
        order by due_on, id limit 1) c on true
 where p.district_code = :district_code and p.id = :id
