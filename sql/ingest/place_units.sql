-- Notes for each staged home of a batch the building it stands in: the nearest one.
update import_row r
   set place = jsonb_build_object('building_id', (
         select near.id from building near
          where near.district_code = r.district_code and near.geom && st_expand(r.geom, 0.0005)
          order by st_distance(near.geom::geography, r.geom::geography), near.id limit 1))
 where r.district_code = :district_code and r.import_id = :import_id and r.number between :first and :last
