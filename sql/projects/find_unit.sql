-- Who has a duty where a dig lies on a day. No row: nobody.
select u.id as "id!"
  from dig_project p
 cross join lateral (select unit_with_duty(p.district_code, p.geom, :duty, :kind, :day::date) as id) u
 where p.district_code = :district_code and p.id = :project_id and u.id is not null
