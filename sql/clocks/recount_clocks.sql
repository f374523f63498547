-- Writes the new days of clocks that were counted again: each with a version that closes the former, so that the difference stays to be seen.
-- Rows as a JSON array; they were locked by the reader in the same transaction.
with counted as (
  select r.id, r.due_on, r.yellow_on, r.statutory_due_on, r.provisional, r.card
    from json_to_recordset(:rows::json)
      as r(id uuid, due_on date, yellow_on date, statutory_due_on date, provisional boolean, card card)
), moved as (
  update clock c
     set due_on = r.due_on, yellow_on = r.yellow_on, statutory_due_on = r.statutory_due_on, provisional = r.provisional,
         card = r.card, calendar_version = :calendar_version, version = c.version + 1
    from counted r
   where c.district_code = :district_code and c.id = r.id
  returning c.district_code, c.id, c.version, c.state, c.card, c.due_on, c.yellow_on, c.statutory_due_on
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from moved m
   where v.district_code = :district_code and v.district_code = m.district_code and v.clock_id = m.id and v.recorded_to is null
)
insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
select district_code, id, version, 'recounted', state, card, due_on, yellow_on, statutory_due_on, :calendar_version, :now, :recorded_at from moved
