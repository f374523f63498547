-- The utilities with lines in use within a distance of a dig's ground that have not been asked about it yet: how many lines, and the nearest in metres.
select n.utility_id, min(n.theme) as "theme!", count(*)::int as "segments!", min(d.distance_m) as "nearest_m!", p.promoter_id, p.contractor_id
  from dig_project p
  join dig_ground g on g.district_code = p.district_code and g.project_id = p.id
  join network_segment n on n.district_code = p.district_code and n.geom && st_expand(g.geom, :within_m::float8 / 90000) and n.status = 'in_use'
  cross join lateral (select st_distance(n.geom::geography, g.geom::geography) as distance_m) d
 where p.district_code = :district_code and p.id = :project_id and d.distance_m <= :within_m::float8
   and not exists (select 1 from utility_request r
                    where r.district_code = p.district_code and r.project_id = p.id and r.utility_id = n.utility_id and r.status <> 'superseded')
 group by n.utility_id, p.promoter_id, p.contractor_id
 order by n.utility_id
