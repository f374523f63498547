-- A subscription that answers is not failing.
update subscription set failing_since = null
 where district_code = :district_code and id = :id and failing_since is not null
