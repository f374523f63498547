-- Rectifications the caller may see, of one dig or of the district: open ones first, then the earliest last day.
select r.district_code, r.id, r.inspection_id, r.project_id, r.site_id, r.reference, r.status, r.severity, r.items, r.issued_at, coalesce(c.due_on, r.due_on) as "due_on!",
       r.acknowledged_at, r.evidence, r.evidence_note, r.evidence_by, r.evidence_at, r.cleared_at, r.cleared_by_inspection_id, r.organisation_id, r.promoter_id, r.contractor_id,
       r.version, r.updated_at, c.card as "card?", c.state as "clock_state?", c.provisional as "provisional?", c.basis_zh as "basis_zh?", c.basis_en as "basis_en?",
       p.reference as project_reference, p.name as project_name, p.name_en as project_name_en
  from rectification r
  join dig_project p on p.district_code = r.district_code and p.id = r.project_id
  left join lateral (
       select due_on, card, state, provisional, basis_zh, basis_en from clock
        where clock.district_code = r.district_code and clock.subject_kind = 'rectification' and clock.subject_id = r.id
        order by started_at desc, state, id limit 1) c on true
 where r.district_code = :district_code and (:project_id::uuid is null or r.project_id = :project_id::uuid)
   and (:organisation_id::uuid is null or :organisation_id::uuid in (r.promoter_id, r.contractor_id, r.organisation_id))
   and (not :is_open::boolean or r.status not in ('cleared', 'withdrawn'))
 order by r.status in ('cleared', 'withdrawn'), r.due_on, r.id
 limit :limit::int
