-- Staged rows of a batch more than 50 m outside the home district, where its border is known (the rule of a plan that is drawn).
-- Whatever touches the district is not measured: to measure from a border of thousands of points takes a hundred times as long.
select r.number
  from import_row r
 where r.district_code = :district_code and r.import_id = :import_id and r.number between :first and :last
   and exists (select 1 from admin_area a where a.level = 'county' and a.code = (:district_code::int)::text)
   and not exists (select 1 from admin_area a
                    where a.level = 'county' and a.code = (:district_code::int)::text
                      and a.valid_from <= :day::date and (a.valid_to is null or a.valid_to > :day::date)
                      and a.geom && st_expand(r.geom, 0.001)
                      and case when st_intersects(a.geom, r.geom) then true else st_dwithin(a.geom::geography, r.geom::geography, 50) end)
 order by r.number
