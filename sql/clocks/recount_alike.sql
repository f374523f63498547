-- Writes new days for all open clocks counted by the same terms, none ever paused: each with a version that closes the former, so that the difference stays to
-- be seen. Terms with their days before and after as a JSON array. Answers the digs of clocks whose card fell.
with moved as (
  update clock c
     set due_on = r.due_on, yellow_on = r.yellow_on, statutory_due_on = r.statutory_due_on, provisional = r.provisional,
         card = r.card, calendar_version = :calendar_version, version = c.version + 1
    from json_to_recordset(:rows::json)
      as r(unit clock_unit, started_on date, statutory_limit int, promised_limit int, limit_months int, was_due_on date, was_yellow_on date,
           was_statutory_due_on date, was_provisional boolean, was_card card, due_on date, yellow_on date, statutory_due_on date, provisional boolean, card card)
   where c.district_code = :district_code and c.state = 'running' and c.started_on = r.started_on and c.due_on = r.was_due_on and c.unit = r.unit
     and c.card = r.was_card and c.provisional = r.was_provisional and c.yellow_on = r.was_yellow_on
     and c.statutory_due_on is not distinct from r.was_statutory_due_on and c.statutory_limit is not distinct from r.statutory_limit
     and c.promised_limit is not distinct from r.promised_limit and c.limit_months is not distinct from r.limit_months
     and c.id not in (select clock_id from clock_pause where district_code = :district_code)
  returning c.district_code, c.id, c.version, c.state, c.card, c.due_on, c.yellow_on, c.statutory_due_on, c.project_id, r.was_card
), closed as (
  update clock_version v set valid_to = :now, recorded_to = :recorded_at
    from moved m
   where v.district_code = :district_code and v.district_code = m.district_code and v.clock_id = m.id and v.version = m.version - 1
), versioned as (
  insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, statutory_due_on, calendar_version, valid_from, recorded_from)
  select district_code, id, version, 'recounted', state, card, due_on, yellow_on, statutory_due_on, :calendar_version, :now, :recorded_at from moved
)
select distinct project_id as "project_id!" from moved where project_id is not null and card <> was_card
