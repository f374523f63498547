-- Whether a dig of one of these kinds takes more than so much carriageway: a road's own width about its centre line.
select p.kind::text = any (:kinds::text[]) and exists (
         select 1 from road_segment r
          cross join lateral (select buffer_metres(r.geom, greatest(coalesce(r.width_m, 6), 1) / 2) as geom) lane
          where r.district_code = p.district_code and r.geom && st_expand(p.geom, 0.001) and st_intersects(p.geom, lane.geom)
            and st_area(st_intersection(p.geom, lane.geom, 1e-9)::geography) > :overlap_m2::double precision) as "takes!"
  from dig_project p
 where p.district_code = :district_code and p.id = :project_id
