-- Locks the dig of a visit, so that visits to one dig are numbered one after the other. Stage as it stands once the lock is held.
select stage from dig_project where district_code = :district_code and id = :id for update
