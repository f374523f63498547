-- Which of these kinds of lines a dig comes nearer to than the metres given beside each (the protection zone of its rule): lines in use, EPSG:4490.
select distinct n.theme as "theme!"
  from dig_project p
  join unnest(:themes::text[], :metres::float8[]) as zone(theme, metres) on true
  join network_segment n on n.district_code = p.district_code and n.theme::text = zone.theme and n.status = 'in_use'
   and n.geom && st_expand(p.geom, zone.metres / 90000)
 where p.district_code = :district_code and p.id = :project_id and st_distance(n.geom::geography, p.geom::geography) <= zone.metres
