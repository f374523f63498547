-- How many people there are in a district.
select count(*) as "count!" from person where district_code = :district_code
