-- A citizen's report as its link shows it: where its detection stands, and that of the one it repeats; the dig that was found there, if everybody may know it.
select r.district_code, r.id, r.tracking_hash, r.created_at, d.reference, coalesce(o.status, d.status) as "status!", d.updated_at, d.organisation_id,
       p.name as "dig_name?", p.name_en as "dig_name_en?", p.stage as "dig_stage?", p.planned_to as "dig_until?", p.promoter_name as "dig_promoter?"
  from citizen_report r
  join detection d on d.district_code = r.district_code and d.id = r.id
  left join detection o on o.district_code = d.district_code and o.id = d.duplicate_of_id
  left join dig_project p on p.district_code = d.district_code and p.id = coalesce(o.match_project_id, d.match_project_id) and p.is_public
       and coalesce(o.status, d.status) in ('auto_matched', 'lawful_matched', 'lawful_retrospective')
 where r.district_code = :district_code and r.id = :id
