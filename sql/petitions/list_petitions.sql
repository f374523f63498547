-- Requests the caller may see, the newest first, by keyset (submitted_at, id); without the words in which they were made. Every filter is optional.
select p.district_code, p.id, p.reference, p.kind_code, p.from_kind, p.status, p.grade, p.round, p.is_outside_duty, p.admin_code, p.street_name, p.project_id,
       g.reference as "project_reference?", g.name as "project_name?", g.name_en as "project_name_en?", p.unit_id, u.name_zh as "unit_zh?", u.name_en as "unit_en?",
       p.judge_id, j.name_zh as "judge_zh?", j.name_en as "judge_en?", p.duplicate_of_id, o.reference as "duplicate_of_reference?", p.said, p.submitted_at, p.closed_at,
       p.version, p.updated_at, c.kind as "due_for?", c.due_on as "due_on?", c.due_at as "due_at?", c.card as "card?", st_asgeojson(p.geom, 7, 0)::json as "position!"
  from petition p
  left join petition o on o.district_code = p.district_code and o.id = p.duplicate_of_id
  left join dig_project g on g.district_code = p.district_code and g.id = p.project_id
  left join organisation u on u.district_code = p.district_code and u.id = p.unit_id
  left join organisation j on j.district_code = p.district_code and j.id = p.judge_id
  left join lateral (
       select kind, due_on, due_at, card from clock
        where clock.district_code = p.district_code and clock.subject_kind = 'petition' and clock.subject_id = p.id and clock.state = 'running'
        order by due_on, id limit 1) c on true
 where p.district_code = :district_code
   and (:statuses::text[] is null or p.status::text = any (:statuses::text[]))
   and (:kind_code::text is null or p.kind_code = :kind_code::text)
   and (:grade::int is null or p.grade = :grade::int)
   and (:card::text is null or c.card::text = :card::text)
   and (:project_id::uuid is null or p.project_id = :project_id::uuid)
   and (:organisation_id::uuid is null or :organisation_id::uuid in (p.unit_id, p.judge_id))
   and (:before_at::timestamptz is null or (p.submitted_at, p.id) < (:before_at::timestamptz, :before_id::uuid))
 order by p.submitted_at desc, p.id desc
 limit :limit::int
