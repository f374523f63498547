-- Moves a site only if it is still where the caller saw it. No row back: someone else moved it first.
update site
   set status = :to::site_status,
       version = version + 1,
       opened_at = case when :to::site_status = 'open' then :now::timestamptz else opened_at end,
       backfilled_at = case when :to::site_status = 'backfilled' then :now::timestamptz when :to::site_status = 'reopened' then null else backfilled_at end,
       restored_at = case when :to::site_status = 'restored' then :now::timestamptz when :to::site_status = 'reopened' then null else restored_at end,
       updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::site_status and version = :version
returning version, status
