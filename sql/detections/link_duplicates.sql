-- Links each of these new detections to the first one of the same place, where the two overlap enough (shared ground over all ground, in square
-- metres on the ellipsoid) and were seen within some days of each other. One that was settled before the new one was seen is no original: that is
-- new digging; only a false alarm stays one, so that nobody has to disprove it twice (自然资发〔2023〕258号). New ones are taken one after the other,
-- the earliest seen first, so that a file and single reports come out the same; a repeat is never an original. Waiting ones of another batch are
-- left alone. Runs as the system.
with recursive fresh as materialized (
  select id, geom, area_m2, observed_on, reference, row_number() over (order by observed_on, reference) as place
    from detection
   where district_code = :district_code and id = any (:ids::uuid[])
), pair as materialized (
  select n.id, f.id as of_id, s.overlap, f.status = 'detected' as is_fresh, f.observed_on, f.reference
    from fresh n
    join detection f on f.district_code = :district_code and f.id <> n.id and f.geom && n.geom and f.duplicate_of_id is null
                    and abs(f.observed_on - n.observed_on) <= :days::int
                    and (f.status <> 'detected' or (f.id = any (:ids::uuid[]) and (f.observed_on, f.reference) < (n.observed_on, n.reference)))
                    and (f.settled_at is null or f.status = 'false_positive' or n.observed_on <= (f.settled_at at time zone 'Asia/Shanghai')::date)
   cross join lateral (select st_area(st_intersection(f.geom, n.geom, 1e-9)::geography) as m2) shared
   cross join lateral (select shared.m2 / (f.area_m2 + n.area_m2 - shared.m2) as overlap) s
   where s.overlap >= :iou::float8
), taken as (
  select 0::bigint as place, null::uuid as id, null::uuid as of_id, null::float8 as overlap, '{}'::uuid[] as repeats
  union all
  select n.place, n.id, p.of_id, p.overlap, case when p.of_id is null then t.repeats else t.repeats || n.id end
    from taken t
    join fresh n on n.place = t.place + 1
    left join lateral (
         select pair.of_id, pair.overlap
           from pair
          where pair.id = n.id and not pair.of_id = any (t.repeats)
          order by pair.is_fresh, pair.observed_on, pair.reference
          limit 1) p on true
)
update detection d
   set duplicate_of_id = t.of_id, duplicate_overlap = t.overlap
  from taken t
 where d.district_code = :district_code and d.id = t.id and t.of_id is not null
