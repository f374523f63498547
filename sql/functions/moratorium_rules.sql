-- The no-dig rules in force for a district on a day, one row a key: of the district itself, else of its city, its province, the nation
-- (as server/clocks/rules.ts chooses). years_by_surface stands before years where it names the surface.
create or replace function moratorium_rules(district_code int, day date)
returns table (key text, jurisdiction text, years int, years_by_surface jsonb, basis_zh text, basis_en text)
language sql stable parallel safe as $$
  select distinct on (r.key) r.key, r.jurisdiction, (r.value->>'years')::int, r.value->'years_by_surface', r.basis_zh, r.basis_en
    from (select array[district_code::text, left(district_code::text, 4) || '00', left(district_code::text, 2) || '0000', 'CN'] as codes) j
    join rule r on r.jurisdiction = any (j.codes) and r.key in ('moratorium.new_road', 'moratorium.overhaul')
     and r.valid_from <= day and (r.valid_to is null or r.valid_to > day)
   order by r.key, array_position(j.codes, r.jurisdiction), r.valid_from desc
$$;
