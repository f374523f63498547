-- Open clocks of one district that a calendar counts (hours need none) and that were paused once, with their pauses, locked, by id after :after, in batches.
select c.id, c.project_id, c.version, c.state, c.card, c.unit, c.started_at, c.statutory_limit, c.promised_limit, c.limit_months,
       c.due_on, c.yellow_on, c.statutory_due_on, c.provisional,
       (select coalesce(json_agg(json_build_object('paused_at', p.paused_at, 'resumed_at', p.resumed_at)), '[]')
          from clock_pause p where p.district_code = c.district_code and p.clock_id = c.id) as "pauses!"
  from clock c
 where c.district_code = :district_code and c.state = 'running' and c.unit <> 'hours' and c.id > :after::uuid
   and c.id in (select clock_id from clock_pause where district_code = :district_code)
 order by c.id
 limit :limit::int
   for update of c
