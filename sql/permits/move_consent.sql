-- Moves a consent only if it is still where the caller saw it. No row back: someone else moved it first.
update permit_consent
   set status = :to::consent_status, version = version + 1, conditions = coalesce(:conditions::jsonb, conditions), reason = coalesce(:reason, reason),
       answered_at = case when :to::consent_status in ('given', 'withheld') then :now::timestamptz else answered_at end, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::consent_status and version = :version
returning version, status
