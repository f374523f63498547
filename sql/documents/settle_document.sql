-- A paper whose bytes are kept. No row back: another press was first, and its bytes are the ones that count.
update issued_document
   set state = 'made', attachment_id = :attachment_id, link = :link, made_at = :now::timestamptz, last_error = null
 where district_code = :district_code and id = :id and state = 'due'
returning id
