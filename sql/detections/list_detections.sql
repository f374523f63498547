-- Detections the caller may see, the last observed first, by keyset (observed_on, id). Every filter is optional; repeats are left out unless asked for.
select d.district_code, d.id, d.reference, d.source, d.observed_at, d.observed_on, d.positional_error_m, d.status, d.coverage, d.share_covered, d.duplicate_of_id,
       d.case_number, d.area_m2, d.version, d.created_at, d.updated_at, c.due_on as "due_on?", c.kind as "due_for?", c.card as "card?",
       st_asgeojson(st_centroid(d.geom), 6, 0)::json as "centre!",
       (select count(*)::int from detection r where r.district_code = d.district_code and r.duplicate_of_id = d.id) as "repeats!"
  from detection d
  left join lateral (
       select due_on, kind, card from clock
        where clock.district_code = d.district_code and clock.subject_kind = 'detection' and clock.subject_id = d.id and clock.state = 'running'
        order by due_on, id limit 1) c on true
 where d.district_code = :district_code
   and case when :statuses::text[] is null then d.status <> 'duplicate' else d.status::text = any (:statuses::text[]) end
   and (:west::float8 is null or d.geom && st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, 4490))
   and (:before_on::date is null or (d.observed_on, d.id) < (:before_on::date, :before_id::uuid))
 order by d.observed_on desc, d.id desc
 limit :limit::int
