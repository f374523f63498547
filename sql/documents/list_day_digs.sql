-- The digs that a day's report names one by one: those that began, ended or turned red in it. In the order of the day.
select e.type, e.at, p.id, p.reference, p.name, p.street_name, p.promoter_name
  from event e
  join dig_project p on p.district_code = e.district_code and p.id = e.project_id
 where e.district_code = :district_code and e.at >= :from::timestamptz and e.at < :until::timestamptz and not e.is_personal and e.type = any (:types::text[])
 order by e.at, e.id limit :limit::int
