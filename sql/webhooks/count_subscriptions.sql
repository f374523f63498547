-- How many subscriptions the organisation has that are not deleted.
select count(*)::int as "count!"
  from subscription
 where district_code = :district_code and organisation_id = :organisation_id and state <> 'deleted'
