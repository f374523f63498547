-- Digs permitted or on the ground within about 50 m of a building, with their distance. For the home's panel and the buyer's page.
create or replace view dig_near_building with (security_invoker = true) as
select b.district_code, b.id as building_id, d.id, d.reference, d.name, d.name_en, d.kind, d.stage, d.planned_from, d.planned_to,
       st_distance(b.geom::geography, d.geom::geography) as distance_m
  from building b
  join active_dig d on d.district_code = b.district_code and d.geom && st_expand(b.geom, 0.0005)
 where d.stage in ('permitted', 'in_progress', 'suspended');
grant select on dig_near_building to dongtu_system;
