-- Queues one message to a person outside our organisations; the telephone number stays sealed.
insert into message (district_code, id, template, params, recipient_label, phone_sealed, locale, next_at, queued_at, subject_kind, subject_id)
values (:district_code, :id, :template, :params::jsonb, :recipient_label, :phone_sealed, :locale, :wall, :now, :subject_kind, :subject_id)
