-- Requests that ended before a moment and still hold a petitioner's words or a way to reach them, the longest ended first.
select p.id, p.reference
  from petition p
  left join petition o on o.district_code = p.district_code and o.id = p.duplicate_of_id
 where p.district_code = :district_code and p.forgotten_at is null and coalesce(o.closed_at, p.closed_at) < :before::timestamptz
 order by coalesce(o.closed_at, p.closed_at), p.id
 limit :limit::int
   for update of p skip locked
