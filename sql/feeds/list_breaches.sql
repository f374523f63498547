-- Breaches of one dig, or of the district as the caller sees it, the last one first.
select b.district_code, b.id, b.datastream_id, b.project_id, b.property, b.began_at, b.last_at, b.peak, b.code, b.limit_value, b.unit, b.basis_zh, b.basis_en,
       p.reference, p.name, p.name_en
  from breach b
  join dig_project p on p.district_code = b.district_code and p.id = b.project_id
 where b.district_code = :district_code and (:project_id::uuid is null or b.project_id = :project_id::uuid)
 order by b.last_at desc, b.id
 limit :limit::int
