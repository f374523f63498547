-- The unit's answer to a dispatch, once. No row back: it is answered already, or not the caller's.
update petition_round set answer = :answer, files = :files::uuid[], answered_at = :now::timestamptz
 where district_code = :district_code and petition_id = :petition_id and number = :number and answered_at is null
returning number
