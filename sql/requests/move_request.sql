-- Moves a request only if it is still where the caller saw it. No row back: someone else was first.
update utility_request
   set status = :to::request_status, version = version + 1, response_code = coalesce(:response_code, response_code),
       response_note = coalesce(:response_note, response_note), answered_by = :answered_by, answered_at = :now
 where district_code = :district_code and id = :id and status = :from::request_status and version = :version
returning version, status
