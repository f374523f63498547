-- Matches detections with the digs that were allowed on the day they were observed, and keeps what was found: which grounds, what share of the
-- patch each covers, from when to when, and what is left over. The one place where that is decided, for one detection and for a whole import.
-- Shares are of areas in degrees, which over one patch are those on the ellipsoid (of a patch of 2 km to one part in two thousand); a ground is its permitted geometry where
-- there is one, else the dig's, grown by the detection's positional error in metres. Boxes find what may touch; what does not is left out where it is laid over. One ground per dig: its permit in force on the day; else a permit given afterwards for a dig already begun; else an emergency
-- whose application is not late. Grounds that overlap count once. Runs as the system.
-- Shapes are laid over each other on a grid of 1e-9° (0.1 mm): without one GEOS throws and tries again where edges nearly coincide, and on PGlite
-- 0.5.8 that ends the statement in silence, with the rows it had (28 real outlines: 26). One row back for each detection, so that it would be seen.
with patch as materialized (
  select d.district_code, d.id, d.geom, st_area(d.geom) as size, d.observed_on, d.positional_error_m, reach_box(d.geom, d.positional_error_m) as reach,
         d.observed_on::timestamp at time zone 'Asia/Shanghai' as day_begins, (d.observed_on + 1)::timestamp at time zone 'Asia/Shanghai' as day_ends
    from detection d
   where d.district_code = :district_code and d.id = any (:ids::uuid[])
), near as (
  select d.id, g.project_id, g.geom
    from patch d
    join project_geometry g on g.district_code = d.district_code and g.life = 'permitted' and g.geom && d.reach
                           and g.valid_from < d.day_ends and coalesce(g.valid_to > d.day_begins, true)
  union all
  select d.id, p.id, p.geom
    from patch d
    join dig_project p on p.district_code = d.district_code and p.geom && d.reach
   where not exists (select 1 from project_geometry g
                      where g.district_code = p.district_code and g.project_id = p.id and g.life = 'permitted'
                        and g.valid_from < d.day_ends and coalesce(g.valid_to > d.day_begins, true))
), ground as (
  select n.id, n.geom, p.id as project_id, p.reference as project_reference, p.name, p.name_en, a.permit_id, a.permit_reference, a.word, a.from_on, a.to_on
    from near n
    join patch d on d.id = n.id
    join dig_project p on p.district_code = d.district_code and p.id = n.project_id
   cross join lateral (
         select allowed.permit_id, allowed.permit_reference, allowed.word, allowed.from_on, allowed.to_on
           from (select m.id as permit_id, m.reference as permit_reference, case when m.is_retrospective then 'retrospective' else 'permit' end as word,
                        case when m.is_retrospective then least(p.begun_on, m.valid_from) else m.valid_from end as from_on, m.valid_to as to_on
                   from permit m
                  where m.district_code = p.district_code and m.project_id = p.id and m.kind::text = any (:permit_kinds::text[]) and d.observed_on <= m.valid_to
                    and case when m.is_retrospective
                             then least(p.begun_on, m.valid_from) <= d.observed_on and m.status in ('granted', 'delivered', 'expired')
                             else m.valid_from <= d.observed_on
                                  and exists (select 1 from permit_version v
                                               where v.district_code = m.district_code and v.permit_id = m.id and v.status in ('granted', 'delivered')
                                                 and v.valid_from < d.day_ends and coalesce(v.valid_to > d.day_begins, true)) end
                 union all
                 select null, null, 'emergency', p.begun_on, p.ended_on
                  where p.is_retrospective and p.begun_on <= d.observed_on and coalesce(d.observed_on <= p.ended_on, true)
                    and not exists (select 1 from clock c
                                     where c.district_code = p.district_code and c.subject_kind = 'project' and c.subject_id = p.id and c.kind = 'emergency.filing'
                                       and (c.state = 'breached' or (c.state = 'running' and c.due_at < :now::timestamptz)))) allowed
          order by allowed.word = 'emergency', allowed.word = 'retrospective', allowed.to_on desc nulls last, allowed.permit_reference
          limit 1) a
), hit as materialized (
  select g.id, g.project_id, g.project_reference, g.name, g.name_en, g.permit_id, g.permit_reference, g.word, g.from_on, g.to_on,
         d.size, c.is_whole,
         case when c.is_whole then d.geom
              else st_collectionextract(st_intersection(d.geom, widen_near(g.geom, d.positional_error_m), 1e-9), 3) end as part
    from ground g
    join patch d on d.id = g.id
   cross join lateral (select st_covers(g.geom, d.geom) as is_whole) c
   where d.positional_error_m > 0 or st_intersects(g.geom, d.geom)
), counted as (
  select h.id, h.project_id, h.project_reference, h.name, h.name_en, h.permit_id, h.permit_reference, h.word, h.from_on, h.to_on, h.part, h.is_whole, h.size,
         case when h.is_whole then 1 else least(1, st_area(h.part) / h.size) end as share
    from hit h
   where h.is_whole or not st_isempty(h.part)
), summed as (
  select id, size, case when bool_or(is_whole) then null when count(*) = 1 then (array_agg(part))[1] else st_union(part, 1e-9) end as geom,
         (array_agg(permit_id order by share desc, project_reference))[1] as permit_id,
         (array_agg(project_id order by share desc, project_reference))[1] as project_id,
         jsonb_agg(jsonb_build_object('ground', word, 'share', share, 'from_on', from_on, 'to_on', to_on, 'permit_id', permit_id, 'permit_reference', permit_reference,
                                      'project_id', project_id, 'project_reference', project_reference, 'project_name', name, 'project_name_en', name_en)
                   order by share desc, project_reference) as grounds
    from counted
   group by id, size
), judged as (
  select d.id, d.geom, s.geom as covered, s.permit_id, s.project_id, coalesce(s.grounds, '[]') as grounds,
         case when s.id is null then 0 when s.geom is null then 1 else least(1, st_area(s.geom) / s.size) end as share
    from patch d
    left join summed s on s.id = d.id
)
update detection t
   set share_covered = j.share,
       coverage = case when j.share >= :matched_share::float8 then 'covered' when j.share >= :review_share::float8 then 'partly_covered'
                       else 'not_covered' end::detection_coverage,
       excess = case when j.share >= :review_share::float8 and j.share < :matched_share::float8
                     then st_multi(st_collectionextract(st_difference(j.geom, j.covered, 1e-9), 3)) end,
       match = jsonb_build_object('grounds', j.grounds, 'matched_share', :matched_share::float8, 'review_share', :review_share::float8,
                                  'basis_zh', :basis_zh::text, 'basis_en', :basis_en::text),
       match_permit_id = j.permit_id,
       match_project_id = j.project_id,
       matched_at = :now::timestamptz
  from judged j
 where t.district_code = :district_code and t.id = j.id
returning t.id
