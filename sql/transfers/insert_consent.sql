-- The receipt of a separate consent: who receives what, for what, how (PIPL art. 23).
insert into consent_receipt (district_code, id, case_id, leg_kind, recipient_id, registry_id, purpose, method, data_kinds, text_version, given_at)
values (:district_code, :id, :case_id, :leg_kind, :recipient_id, :registry_id, :purpose, :method, :data_kinds::text[], :text_version, :now)
