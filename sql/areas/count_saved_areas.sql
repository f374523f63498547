-- How many areas an organisation keeps.
select count(*)::int as "count!" from saved_area where district_code = :district_code and organisation_id = :organisation_id
