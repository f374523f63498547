-- Where a simulated utility answers prechecks in this run.
update utility_route set precheck_url = :url where district_code = :district_code and utility_id = :utility_id
