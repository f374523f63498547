-- Every rule, for the generator: the demo's deadlines follow the same law.
select jurisdiction, key, valid_from, valid_to, value, unit, basis_zh, basis_en, source from rule order by jurisdiction, key, valid_from
