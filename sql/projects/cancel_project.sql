-- The promoter gives the plan up, if the project is still where the caller saw it. No row back: someone else was first.
update dig_project set status = 'cancelled', version = version + 1, updated_at = :now
 where district_code = :district_code and id = :id and status = :from::project_status and version = :version
returning version
