-- Remembers since when a subscription fails, and switches it off when it is gone or has failed since before :failing_limit.
-- A row comes back only when this failure switched it off.
with noted as (
  update subscription
     set failing_since = coalesce(failing_since, :at),
         state = case when :is_gone::boolean or failing_since < :failing_limit then 'disabled' else state end,
         version = case when :is_gone::boolean or failing_since < :failing_limit then version + 1 else version end
   where district_code = :district_code and id = :id and state = 'active'
  returning id, state
)
select id from noted where state = 'disabled'
