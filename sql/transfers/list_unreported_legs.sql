-- Legs pushed more than a day ago, still open, and not yet reported to their utility today (the report itself is the mark).
select l.district_code, l.case_id, l.kind
  from transfer_leg l
 where l.district_code = :district_code and l.status in ('pushed', 'acknowledged', 'timed_out', 'retrying', 'cancel_requested')
   and l.pushed_at < :before::timestamptz
   and not exists (select 1 from leg_message m
                    where m.district_code = l.district_code and m.leg_id = l.id and m.kind = 'reconcile' and m.at >= :since::timestamptz)
 order by l.pushed_at, l.id
 limit :limit::int
