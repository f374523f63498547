-- Every clock of a district with whether its owner exists, its pauses, and its ledger as a JSON array in order; by id after :after.
select c.id, c.project_id, c.kind, c.owner, c.unit, c.statutory_limit, c.promised_limit, c.limit_months, c.started_at, c.started_on, c.due_on,
       c.statutory_due_on, c.due_at, c.yellow_on, c.calendar_version, c.state, c.card, c.version,
       exists (select 1 from organisation o where o.district_code = c.district_code and o.id = c.owner_id) as "is_owned!",
       (select coalesce(json_agg(json_build_object('paused_at', p.paused_at, 'resumed_at', p.resumed_at) order by p.paused_at), '[]')
          from clock_pause p where p.district_code = c.district_code and p.clock_id = c.id) as "pauses!",
       (select json_agg(json_build_object('version', v.version, 'cause', v.cause, 'state', v.state, 'card', v.card, 'due_on', v.due_on,
                                          'valid_from', v.valid_from, 'valid_to', v.valid_to) order by v.version)
          from clock_version v where v.district_code = c.district_code and v.clock_id = c.id) as "ledger!"
  from clock c
 where c.district_code = :district_code and c.id > :after::uuid
 order by c.id
 limit :limit::int
