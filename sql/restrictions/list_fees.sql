-- The fees of one dig as the caller may see them, the newest permit first, its latest part first.
select f.id, f.permit_id, m.reference as permit_reference, f.status, f.restoration, f.occupation, f.total as "total!", f.part, f.charged_before, f.days, f.area_m2, f.lines,
       f.restoration_basis_zh, f.restoration_basis_en, f.occupation_basis_zh, f.occupation_basis_en, f.is_demo, f.receipt, f.waiver_reason, f.waiver_basis,
       f.authority_id, f.assessed_at, f.closed_at, f.version
  from permit_fee f
  join permit m on m.district_code = f.district_code and m.id = f.permit_id
 where f.district_code = :district_code and f.project_id = :project_id
 order by m.created_at desc, m.reference desc, f.part desc
 limit 100
