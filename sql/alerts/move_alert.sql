-- Moves an alert only if it is still where the caller saw it. No row back: someone else moved it first.
update alert
   set status = :to::alert_status, version = version + 1, updated_at = :now::timestamptz,
       in_force_at = case when :to::alert_status = 'in_force' then :now::timestamptz else in_force_at end,
       lifted_at = case when :to::alert_status = 'lifted' then :now::timestamptz else lifted_at end,
       lift_reason = coalesce(:reason::text, lift_reason)
 where district_code = :district_code and id = :id and status = :from::alert_status and version = :version
returning version, status
