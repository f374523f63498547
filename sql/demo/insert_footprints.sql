-- Which district the demo's digs touch and when: their own.
insert into footprint (district_code, home_district_code, project_id, geom, period)
select p.district_code, p.district_code, p.id, p.geom, daterange(p.planned_from, p.planned_to, '[]')
  from dig_project p
 where p.district_code = :district_code
