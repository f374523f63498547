-- The clocks of these kinds that were stopped last on one subject, locked, with what their last days are counted from.
select c.district_code, c.id, c.unit, c.started_at, c.statutory_limit, c.promised_limit, c.limit_months, c.due_on
  from clock c
 where c.district_code = :district_code and c.subject_kind = :subject_kind and c.subject_id = :subject_id and c.kind = any (:kinds::text[])
   and c.stopped_at = (select max(l.stopped_at) from clock l
                        where l.district_code = c.district_code and l.subject_kind = c.subject_kind and l.subject_id = c.subject_id
                          and l.kind = any (:kinds::text[]))
 order by c.id
   for update
