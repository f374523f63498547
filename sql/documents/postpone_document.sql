-- A paper that could not be made is tried again later, with what went wrong.
update issued_document set next_at = :next_at::timestamptz, last_error = :error
 where district_code = :district_code and id = :id and state = 'due'
