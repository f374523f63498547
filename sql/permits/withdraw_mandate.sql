-- Takes a mandate back only if it is as the caller saw it and still stands. No row back: someone was first.
update mandate set withdrawn_at = :now, updated_at = :now, version = version + 1
 where district_code = :district_code and id = :id and version = :version and withdrawn_at is null
returning version
