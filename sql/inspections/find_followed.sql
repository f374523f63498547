-- Where the rectification of a re-inspection is, if the caller may see it.
select project_id, site_id from rectification where district_code = :district_code and id = :id
