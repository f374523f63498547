-- The digs that an alert leaves free, as the caller may know, by reference.
select p.district_code, p.id as project_id, p.reference, p.name, e.reason
  from alert_exemption e
  join dig_project p on p.district_code = e.district_code and p.id = e.project_id
 where e.district_code = :district_code and e.alert_id = :alert_id
 order by p.reference
