-- Staged homes of a batch that no building stands at (20 m): each home belongs to a building.
select r.number
  from import_row r
 where r.district_code = :district_code and r.import_id = :import_id and r.number between :first and :last
   and not exists (select 1 from building b
                    where b.district_code = r.district_code and b.geom && st_expand(r.geom, 0.0005)
                      and st_dwithin(b.geom::geography, r.geom::geography, 20))
 order by r.number
