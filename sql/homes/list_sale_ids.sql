-- Every sale of a home, by id only. Runs as the system, to know which of them the caller may then read.
select id as "id!" from home_sale where district_code = :district_code and unit_id = :unit_id
