-- Links each of these new detections to the first one of the same place, where the two overlap enough (shared ground over all ground, in square
-- metres on the ellipsoid) and were seen within some days of each other. One that was settled before the new one was seen is no original: that is
-- new digging; only a false alarm stays one, so that nobody has to disprove it twice (自然资发〔2023〕258号). Among new ones the earliest seen comes first;
-- a chain of repeats is linked to its first. Waiting ones of another batch are left alone. Runs as the system.
with recursive pair as materialized (
  select n.id, o.id as of_id, o.overlap
    from detection n
   cross join lateral (
         select f.id, s.overlap
           from detection f
          cross join lateral (select st_area(st_intersection(f.geom, n.geom)::geography) as m2) shared
          cross join lateral (select shared.m2 / (f.area_m2 + n.area_m2 - shared.m2) as overlap) s
          where f.district_code = n.district_code and f.id <> n.id and f.geom && n.geom and f.duplicate_of_id is null
            and abs(f.observed_on - n.observed_on) <= :days::int
            and (f.status <> 'detected' or (f.id = any (:ids::uuid[]) and (f.observed_on, f.reference) < (n.observed_on, n.reference)))
            and (f.settled_at is null or f.status = 'false_positive' or n.observed_on <= (f.settled_at at time zone 'Asia/Shanghai')::date)
            and s.overlap >= :iou::float8
          order by f.status = 'detected', f.observed_on, f.reference
          limit 1) o
   where n.district_code = :district_code and n.id = any (:ids::uuid[])
), chain as (
  select id, of_id, overlap from pair
  union all
  select c.id, p.of_id, c.overlap from chain c join pair p on p.id = c.of_id
)
update detection t
   set duplicate_of_id = c.of_id, duplicate_overlap = c.overlap
  from chain c
 where t.district_code = :district_code and t.id = c.id and c.of_id not in (select id from pair)
