-- Gives each of these detections to who supervises its place on a day: the organisation whose dated area holds most of it, else whoever reported it.
update detection t
   set responsible_id = coalesce((
       select r.organisation_id
         from responsibility r
        where r.district_code = t.district_code and r.duty = 'supervision' and r.valid_from <= :day::date and coalesce(r.valid_to > :day::date, true)
          and r.geom && t.geom and st_intersects(r.geom, t.geom)
        order by st_area(st_intersection(r.geom, t.geom, 1e-9)) desc, r.id
        limit 1), t.organisation_id)
 where t.district_code = :district_code and t.id = any (:ids::uuid[])
