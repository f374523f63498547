-- Every district that may hold rows, with the box of its outline widened by 5 km (a dig may cross the border); without a box when no outline
-- is known: then it may lie anywhere. A named nationwide read of shared data, kept in memory for minutes.
select code::int as "district_code!", st_xmin(box) as min_x, st_ymin(box) as min_y, st_xmax(box) as max_x, st_ymax(box) as max_y
  from (select code, st_expand(st_extent(geom_3857), 5000)::box3d as box
          from admin_area where level = 'county' and geom_3857 is not null group by code) county
union all
select distinct district_code, null::float8, null::float8, null::float8, null::float8
  from organisation o
 where not exists (select 1 from admin_area a where a.level = 'county' and a.code = o.district_code::text and a.geom_3857 is not null)
