-- How far the events of a district are numbered; without :district_code those of all districts (a named nationwide read, once at the start).
select district_code, seq from chain_head where stream = 'event' and (:district_code::int is null or district_code = :district_code::int)
