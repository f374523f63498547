-- Alerts that are not lifted and have begun, the oldest first: what the job has to carry on.
select id from alert where district_code = :district_code and status <> 'lifted' and from_at <= :now::timestamptz order by issued_at, id
