-- Takes papers that are due and holds them until the lease ends; two presses never get the same one. In the order of their moves.
with due as (
  select district_code, id
    from issued_document
   where district_code = :district_code and state = 'due' and next_at <= :wall::timestamptz
   order by issued_at, id
   limit :limit::int
     for update skip locked
)
update issued_document d
   set next_at = :lease_until::timestamptz, attempts = d.attempts + 1
  from due
 where d.district_code = :district_code and d.district_code = due.district_code and d.id = due.id
returning d.district_code, d.id, d.project_id, d.permit_id, d.kind, d.number, d.version, d.content, d.authority_id, d.promoter_id, d.contractor_id,
          d.issued_by, d.issued_at, d.attempts
