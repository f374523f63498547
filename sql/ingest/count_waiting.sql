-- How many imports of an organisation still wait or run.
select count(*)::int as "count!" from import_job
 where district_code = :district_code and organisation_id = :organisation_id and status in ('queued', 'running')
