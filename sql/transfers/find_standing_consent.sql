-- The consent for one leg that names this recipient and was not withdrawn; the newest.
select id, purpose, method, data_kinds, text_version, given_at
  from consent_receipt
 where district_code = :district_code and case_id = :case_id and leg_kind = :kind and recipient_id = :recipient_id and withdrawn_at is null
 order by given_at desc
 limit 1
