-- Assesses a part of the fee of a permit, or anew while that part is neither settled nor waived. No row back: it is.
insert into permit_fee (district_code, id, permit_id, part, project_id, status, restoration, occupation, charged_before, days, area_m2, lines,
                        restoration_basis_zh, restoration_basis_en, occupation_basis_zh, occupation_basis_en, is_demo,
                        authority_id, promoter_id, contractor_id, assessed_at, updated_at)
values (:district_code, :id, :permit_id, :part, :project_id, 'assessed', :restoration, :occupation, :charged_before, :days, :area_m2, :lines::jsonb,
        :restoration_basis_zh, :restoration_basis_en, :occupation_basis_zh, :occupation_basis_en, :is_demo,
        :authority_id, :promoter_id, :contractor_id, :now::timestamptz, :now::timestamptz)
on conflict (district_code, permit_id, part) do update
   set restoration = excluded.restoration, occupation = excluded.occupation, charged_before = excluded.charged_before, days = excluded.days,
       area_m2 = excluded.area_m2, lines = excluded.lines, restoration_basis_zh = excluded.restoration_basis_zh,
       restoration_basis_en = excluded.restoration_basis_en, occupation_basis_zh = excluded.occupation_basis_zh,
       occupation_basis_en = excluded.occupation_basis_en, is_demo = excluded.is_demo,
       assessed_at = excluded.assessed_at, updated_at = excluded.updated_at, version = permit_fee.version + 1
 where permit_fee.status = 'assessed'
returning id, version
