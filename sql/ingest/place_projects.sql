-- Notes for each staged dig of a batch who answers for its place, as for one plan: the dated area that holds most of it; and the districts that it touches.
update import_row r
   set place = jsonb_build_object(
         'authority_id', (select a.organisation_id from responsibility a
                           where a.district_code = r.district_code and a.duty = 'authority' and a.valid_from <= :day::date
                             and (a.valid_to is null or a.valid_to > :day::date) and a.geom && r.geom and st_intersects(a.geom, r.geom)
                           order by st_area(st_intersection(a.geom, r.geom, 1e-9)) desc, a.id limit 1),
         'town_id', (select t.organisation_id from responsibility t
                      where t.district_code = r.district_code and t.duty = 'town' and t.valid_from <= :day::date
                        and (t.valid_to is null or t.valid_to > :day::date) and t.geom && r.geom and st_intersects(t.geom, r.geom)
                      order by st_area(st_intersection(t.geom, r.geom, 1e-9)) desc, t.id limit 1),
         'street', (select jsonb_build_object('code', s.code, 'name', s.name_zh) from admin_area s
                     where s.level = 'street' and s.valid_from <= :day::date and (s.valid_to is null or s.valid_to > :day::date)
                       and s.geom && r.geom and st_intersects(s.geom, r.geom)
                     order by st_area(st_intersection(s.geom, r.geom, 1e-9)) desc, s.code collate "C" limit 1),
         'touched', (select coalesce(jsonb_agg(distinct c.code::int), jsonb_build_array(:outside_code::int)) from admin_area c
                      where c.level = 'county' and c.valid_from <= :day::date and (c.valid_to is null or c.valid_to > :day::date)
                        and c.geom && r.geom and st_intersects(c.geom, r.geom)))
 where r.district_code = :district_code and r.import_id = :import_id and r.number between :first and :last
