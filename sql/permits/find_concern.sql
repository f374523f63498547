-- Whether a dig concerns another authority by the conditions of its rule, each where one is named: its kind; how much carriageway it takes (a road's own
-- width about its centre line); ground it touches, by theme of the base map or by the name of an imported layer, either of them.
select (:kinds::text[] is null or p.kind::text = any (:kinds::text[]))
   and (:overlap_m2::double precision is null or exists (
         select 1 from road_segment r
          cross join lateral (select buffer_metres(r.geom, greatest(coalesce(r.width_m, 6), 1) / 2) as geom) lane
          where r.district_code = p.district_code and r.geom && st_expand(p.geom, 0.001) and st_intersects(p.geom, lane.geom)
            and st_area(st_intersection(p.geom, lane.geom, 1e-9)::geography) > :overlap_m2::double precision))
   and ((:themes::text[] is null and :layers::text[] is null)
        or exists (select 1 from basemap_feature b
                    where b.district_code = p.district_code and b.theme = any (:themes::text[])
                      and b.geom_3857 && p.geom_3857 and st_intersects(b.geom_3857, p.geom_3857))
        or exists (select 1 from layer l join layer_feature f on f.district_code = l.district_code and f.layer_id = l.id
                    where l.district_code = p.district_code and l.name = any (:layers::text[])
                      and f.geom && p.geom and st_intersects(f.geom, p.geom))) as "concerned!"
  from dig_project p
 where p.district_code = :district_code and p.id = :project_id
