-- Moves a permit only if it is still where the caller saw it. No row back: someone else moved it first.
update permit
   set status = :to::permit_status,
       version = version + 1,
       submitted_at = case when :to::permit_status = 'submitted' then :now::timestamptz else submitted_at end,
       accepted_at = case when :to::permit_status = 'application_accepted' and accepted_at is null then :now::timestamptz else accepted_at end,
       decided_at = case when :to::permit_status in ('granted', 'refused') then :now::timestamptz else decided_at end,
       delivered_at = case when :to::permit_status = 'delivered' and delivered_at is null then :now::timestamptz else delivered_at end,
       decision_reason = case when :to::permit_status in (status, 'special_procedure') then decision_reason else coalesce(:reason, decision_reason) end,
       supplement_items = coalesce(:items::jsonb, supplement_items),
       conditions = coalesce(:conditions::jsonb, conditions),
       valid_from = coalesce(:valid_from::date, valid_from),
       valid_to = coalesce(:valid_to::date, valid_to),
       is_joint = is_joint or :joint_with::text is not null,
       joint_with = coalesce(:joint_with, joint_with),
       extended_at = case when :extension_approved_by::text is null then extended_at else :now::timestamptz end,
       extension_approved_by = coalesce(:extension_approved_by, extension_approved_by),
       start_extensions = start_extensions + :start_extensions::int,
       appeal_key = coalesce(:appeal_key, appeal_key),
       appeal_review_until = coalesce(:appeal_review_until::date, appeal_review_until),
       appeal_suit_until = coalesce(:appeal_suit_until::date, appeal_suit_until),
       ending_basis = coalesce(:ending_basis, ending_basis),
       hearing_told_on = coalesce(:hearing_told_on::date, hearing_told_on),
       deregistered_from = case when :to::permit_status = 'deregistered' then status else deregistered_from end,
       updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::permit_status and version = :version
returning version, status
