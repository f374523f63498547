-- The permits of a dig, and whether its place has tariffs for a fee at all. Jurisdictions from the narrowest to the widest, as in server/clocks/rules.ts.
select m.id, m.status, m.authority_id,
       exists (select 1 from rule r
                where r.key = 'fee.restoration' and r.jurisdiction in (m.district_code::text, left(m.district_code::text, 4) || '00', left(m.district_code::text, 2) || '0000', 'CN')) as "has_tariff!"
  from permit m
 where m.district_code = :district_code and m.project_id = :project_id
 order by m.created_at, m.reference
 limit 100
