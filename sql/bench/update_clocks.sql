-- One plain update of the rows that a recount writes: what it is measured against.
update clock set due_on = due_on + 1, yellow_on = yellow_on + 1, statutory_due_on = statutory_due_on + 1
 where district_code = :district_code
