-- What changed on the map since event :seq, numbered or not yet: the kind of thing, and the EPSG:3857 box of all shapes it has or had.
-- Numbered ones first, at most 501 rows: more than 500 means that everything is read anew.
with changed as (
  select id, seq, subject_kind, subject_id, project_id
    from event
   where district_code = :district_code and (seq is null or seq > :seq)
   order by seq nulls last
   limit 501
)
select c.id, c.seq, c.subject_kind, c.project_id is not null as "is_project!",
       st_xmin(b.box) as min_x, st_ymin(b.box) as min_y, st_xmax(b.box) as max_x, st_ymax(b.box) as max_y
  from changed c
 cross join lateral (
       select st_extent(shape.geom)::box3d as box
         from (select p.geom_3857 from dig_project p where p.district_code = :district_code and p.id = c.project_id
               union all
               select v.geom_3857 from project_version v where v.district_code = :district_code and v.project_id = c.project_id
               union all
               select s.geom_3857 from site s where s.district_code = :district_code and s.project_id = c.project_id
               union all
               select d.geom_3857 from detection d where d.district_code = :district_code and d.id = c.subject_id) shape (geom)) b
 order by c.seq nulls last
