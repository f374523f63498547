-- The ledger of one clock: every version with its cause and where its days then lay, oldest first.
select version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, valid_to, recorded_from
  from clock_version
 where district_code = :district_code and clock_id = :clock_id
 order by version
 limit 500
