-- What happened in a district in one day of the event log, by street and type; events of homes are left out. Streets by code, unplaced last.
select p.admin_code as "admin_code?", a.name_zh as "street_zh?", a.name_en as "street_en?", e.type, count(*) as "count!"
  from event e
  join dig_project p on p.district_code = e.district_code and p.id = e.project_id
  left join admin_area a on a.code = p.admin_code and a.valid_to is null
 where e.district_code = :district_code and e.at >= :from::timestamptz and e.at < :until::timestamptz and not e.is_personal and e.type = any (:types::text[])
 group by p.admin_code, a.name_zh, a.name_en, e.type
 order by p.admin_code nulls last, e.type
