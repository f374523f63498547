-- Blocked legs of open cases that nobody has looked at since the day began: the nightly re-check. Those without a route wait for one.
select l.district_code, l.case_id, l.kind
  from transfer_leg l
 where l.district_code = :district_code and l.status = 'precheck_blocked' and l.utility_id is not null and l.updated_at < :since::timestamptz
 order by l.updated_at, l.id
 limit :limit::int
