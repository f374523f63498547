-- What the petitioner says of the last answer, once for each. No row back: nothing was answered yet, or it was said already.
update petition set said = :said, said_at = :now::timestamptz, version = version + 1, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and said is null and status in ('answered', 'judged', 'unsatisfied', 'closed')
returning version
