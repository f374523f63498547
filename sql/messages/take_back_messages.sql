-- Deletes the messages of one move that nobody has begun to send. When fewer were taken than were queued, a sender was first.
with taken as (
  delete from message
   where district_code = :district_code and subject_kind = :subject_kind and subject_id = :subject_id and template = :template
     and queued_at = :queued_at::timestamptz and state = 'queued' and attempts = 0
  returning id
)
select (select count(*) from taken)::int as "taken!", count(*)::int as "queued!"
  from message
 where district_code = :district_code and subject_kind = :subject_kind and subject_id = :subject_id and template = :template
   and queued_at = :queued_at::timestamptz
