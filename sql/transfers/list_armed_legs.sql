-- Legs ready to be pushed because the register entry was made; oldest first, in batches.
select l.district_code, l.case_id, l.kind
  from transfer_leg l
  join transfer_case c on c.district_code = l.district_code and c.id = l.case_id
 where l.district_code = :district_code and l.status = 'armed' and c.entered_at is not null
 order by l.updated_at, l.id
 limit :limit::int
