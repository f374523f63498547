-- How far a running import is; renews its lease. No row: somebody else has taken it over.
update import_job
   set read = :read, rejected = :rejected, total = coalesce(:total::bigint, total), progress = :progress, leased_until = :until
 where district_code = :district_code and id = :id and status = 'running' and attempts = :attempts
returning id
