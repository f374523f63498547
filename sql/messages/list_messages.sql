-- The newest messages with what is needed to show them; the demo phone reads it as the system.
select district_code, id, template, params, recipient_label, phone_sealed, locale, state, queued_at, sent_at, subject_kind, subject_id
  from message
 where district_code = :district_code
 order by queued_at desc, id
 limit :limit::int
