-- The bare spatial join of detections with the grounds of digs: how many pairs touch. What the match is measured against.
select count(*)::int as "pairs!"
  from detection d
  join dig_project p on p.district_code = d.district_code and st_intersects(p.geom, d.geom)
 where d.district_code = :district_code
