-- Which dig a site belongs to, if the caller may see it.
select project_id from site where district_code = :district_code and id = :id
