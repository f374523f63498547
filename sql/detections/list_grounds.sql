-- The ground of these digs as it was allowed on a day: the permitted geometry where there is one, else the dig's. As the caller may see it.
select p.id, st_asgeojson(coalesce(g.geom, p.geom), 8, 0)::json as "geometry!"
  from dig_project p
  left join lateral (
       select geom from project_geometry
        where project_geometry.district_code = p.district_code and project_id = p.id and life = 'permitted'
          and valid_from < (:day::date + 1)::timestamp at time zone 'Asia/Shanghai' and coalesce(valid_to > :day::date::timestamp at time zone 'Asia/Shanghai', true)
        order by valid_from desc limit 1) g on true
 where p.district_code = :district_code and p.id = any (:ids::uuid[])
