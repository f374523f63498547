-- Queues one message to each person of an organisation who may sign in, each in their own language.
insert into message (district_code, id, template, params, recipient_id, recipient_label, organisation_id, phone_sealed, locale, next_at, queued_at, subject_kind, subject_id)
select :district_code::int, gen_random_uuid(), :template, :params::jsonb, p.id, o.name_zh, o.id, p.phone_sealed, p.locale, :wall::timestamptz, :now::timestamptz, :subject_kind, :subject_id::uuid
  from organisation o
  join person p on p.district_code = o.district_code and p.organisation_id = o.id and p.disabled_at is null
 where o.district_code = :organisation_district_code and o.id = :organisation_id
 order by p.id
 limit 50
returning id
