-- Withdraws what stands of the consents for one leg; never deletes. Returns the receipts withdrawn.
update consent_receipt set withdrawn_at = :now
 where district_code = :district_code and case_id = :case_id and leg_kind = :kind and withdrawn_at is null
returning id
