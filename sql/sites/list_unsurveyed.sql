-- The sites of a dig that were opened and never surveyed since.
select s.id from site s
 where s.district_code = :district_code and s.project_id = :project_id
   and not exists (select 1 from survey v where v.district_code = s.district_code and v.site_id = s.id and coalesce(v.surveyed_at >= s.opened_at, true))
 limit 500
