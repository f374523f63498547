-- The third party's judgement of an answer, once. No row back: it is judged already, or not the caller's.
update petition_round set result = :result, result_note = :note, judged_at = :now::timestamptz
 where district_code = :district_code and petition_id = :petition_id and number = :number and judged_at is null
returning number
