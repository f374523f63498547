-- How many digs lay open at an instant, by street, and how many of them beyond the last day of their period then. As it was, by what was true at that time.
select p.admin_code as "admin_code?", a.name_zh as "street_zh?", a.name_en as "street_en?", count(*) as "open!",
       count(*) filter (where exists (
         select 1 from clock c
          where c.district_code = p.district_code and c.project_id = p.id and c.kind = 'works.period' and c.due_on < :day::date
            and c.started_at < :until::timestamptz and (c.stopped_at is null or c.stopped_at >= :until::timestamptz))) as "over_time!"
  from project_version v
  join dig_project p on p.district_code = v.district_code and p.id = v.project_id
  left join admin_area a on a.code = p.admin_code and a.valid_to is null
 where v.district_code = :district_code and v.stage in ('in_progress', 'suspended')
   and v.valid_from < :until::timestamptz and (v.valid_to is null or v.valid_to >= :until::timestamptz)
 group by p.admin_code, a.name_zh, a.name_en
 order by p.admin_code nulls last
