-- Each promoter's digs begun in a period, how many of them as emergencies, and how many of those were not filed in their hours; the largest share
-- first, then the most emergencies, then by name.
with digs as (
  select p.promoter_id, max(p.promoter_name) as name, count(*) as digs, count(*) filter (where p.is_retrospective) as emergencies, count(c.id) as late
    from dig_project p
    left join emergency_case c on c.district_code = p.district_code and c.project_id = p.id
   where p.district_code = :district_code and p.begun_on between :from::date and :to::date
   group by p.promoter_id
)
select promoter_id, name as "promoter_name!", digs as "digs!", emergencies as "emergencies!", late as "late!",
       (emergencies::double precision / digs) as "share!"
  from digs where emergencies > 0
 order by emergencies::double precision / digs desc, emergencies desc, name collate "C", promoter_id
 limit :limit::int
