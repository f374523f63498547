-- The files handed in for one permit, by document, in the order they came.
select d.code, d.handed_in_at, d.attachment_id, a.name
  from permit_document d
  join attachment a on a.district_code = d.district_code and a.id = d.attachment_id
 where d.district_code = :district_code and d.permit_id = :permit_id
 order by d.handed_in_at, d.id limit 500
