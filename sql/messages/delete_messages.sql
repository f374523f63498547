-- Deletes messages whose time is over. Returns how many.
with gone as (
  delete from message where district_code = :district_code and state <> 'queued' and queued_at < :before::timestamptz
  returning id
)
select count(*)::int as "count!" from gone
