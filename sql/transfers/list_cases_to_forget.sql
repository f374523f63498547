-- Sales that ended before a day and still name somebody, longest untouched first. At most as many as asked.
select c.id, c.reference
  from transfer_case c
 where c.district_code = :district_code and coalesce(c.finished_at, c.updated_at) < :before::timestamptz
   and c.status in ('completed', 'completed_with_exceptions', 'cancelled')
   and (exists (select 1 from transfer_party p where p.district_code = c.district_code and p.case_id = c.id)
        or exists (select 1 from transfer_leg l where l.district_code = c.district_code and l.case_id = c.id and l.account_sealed is not null))
 order by c.updated_at, c.id
 limit :limit::int
   for update of c skip locked
