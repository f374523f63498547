-- One site with its dig and the surveys it has had, as the caller may see it, to be surveyed.
select s.district_code, s.id, s.project_id, s.number, s.status, s.opened_at, s.backfilled_at, s.stage, s.promoter_id, s.contractor_id,
       p.reference, p.authority_id, p.kind,
       (select coalesce(max(v.version), 0) from survey v where v.district_code = s.district_code and v.site_id = s.id) as "surveys!"
  from site s
  join dig_project p on p.district_code = s.district_code and p.id = s.project_id
 where s.district_code = :district_code and s.id = :id
