-- Whose layer has this name in the district.
select id, organisation_id, version from layer where district_code = :district_code and name = :name
