-- A dig by its reference, and whether it is one that begins before its permit. As the caller may see it.
select id, is_retrospective from dig_project where district_code = :district_code and reference = :reference
