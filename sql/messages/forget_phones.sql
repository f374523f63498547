-- Takes the telephone number off messages that are done with; the rest stays as evidence. Returns how many.
with forgotten as (
  update message set phone_sealed = null
   where district_code = :district_code and phone_sealed is not null and state <> 'queued' and queued_at < :before::timestamptz
  returning id
)
select count(*)::int as "count!" from forgotten
