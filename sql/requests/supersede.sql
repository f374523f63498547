-- A question that was about other ground. Its answer stays on record. No row back: it moved meanwhile.
update utility_request set status = 'superseded', version = version + 1
 where district_code = :district_code and id = :id and status = :from::request_status and version = :version
returning version, status
