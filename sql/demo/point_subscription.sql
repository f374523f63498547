-- Where a simulated utility receives its webhooks in this run.
update subscription set url = :url, version = version + 1 where district_code = :district_code and organisation_id = :utility_id and state = 'active'
