-- Timed-out legs whose next try is due; oldest first, in batches.
select district_code, case_id, kind
  from transfer_leg
 where district_code = :district_code and status in ('timed_out', 'retrying') and next_at <= :wall::timestamptz
 order by next_at, id
 limit :limit::int
