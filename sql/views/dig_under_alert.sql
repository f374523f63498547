-- The digs that an alert which is not lifted concerns: by kind of works and by ground, less emergencies and digs it leaves free. Edges that only touch do not
-- count. THE one definition of an alert's scope: its orders, and the guards of starting and resuming, read it. Times are the reader's to compare.
create or replace view dig_under_alert with (security_invoker = true) as
select a.district_code, a.id as alert_id, a.status, a.from_at, a.until_at, p.id as project_id
  from alert a
  join dig_project p on p.district_code = a.district_code and p.kind::text = any (a.kinds)
   and not (a.exempts_emergency and (p.is_retrospective or p.kind = 'emergency_repair'))
   and (a.geom is null or (a.geom && p.geom and st_relate(a.geom, p.geom, 'T********')))
 where a.status <> 'lifted'
   and not exists (select from alert_exemption e where e.district_code = a.district_code and e.alert_id = a.id and e.project_id = p.id);
grant select on dig_under_alert to dongtu_system;
