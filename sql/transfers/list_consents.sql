-- The consents of a case that the caller may see, newest last for each leg.
select leg_kind, recipient_id, purpose, method, data_kinds, text_version, given_at, withdrawn_at
  from consent_receipt
 where district_code = :district_code and case_id = :case_id
 order by leg_kind, given_at
