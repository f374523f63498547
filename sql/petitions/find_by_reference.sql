-- One request by its reference, as the caller may see it.
select id, status from petition where district_code = :district_code and reference = :reference
