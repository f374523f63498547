-- The ground of every dig as its permit opens it now, else as it is planned. THE one answer to "which ground": utilities are asked about it, fees are counted on it.
create or replace view dig_ground with (security_invoker = true) as
select p.district_code, p.id as project_id, coalesce(g.geom, p.geom) as geom
  from dig_project p
  left join project_geometry g on g.district_code = p.district_code and g.project_id = p.id and g.life = 'permitted' and g.recorded_to is null;
grant select on dig_ground to dongtu_app;
grant select on dig_ground to dongtu_system;
