-- Moves a permit only if it is still where the caller saw it. No row back: someone else moved it first.
update permit
   set status = :to::permit_status,
       version = version + 1,
       submitted_at = case when :to::permit_status = 'submitted' then :now::timestamptz else submitted_at end,
       accepted_at = case when :to::permit_status = 'application_accepted' and accepted_at is null then :now::timestamptz else accepted_at end,
       decided_at = case when :to::permit_status in ('granted', 'refused') then :now::timestamptz else decided_at end,
       delivered_at = case when :to::permit_status = 'delivered' then :now::timestamptz else delivered_at end,
       decision_reason = coalesce(:reason, decision_reason),
       supplement_items = coalesce(:items::jsonb, supplement_items),
       conditions = coalesce(:conditions::jsonb, conditions),
       valid_from = coalesce(:valid_from::date, valid_from),
       valid_to = coalesce(:valid_to::date, valid_to),
       updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::permit_status and version = :version
returning version, status
