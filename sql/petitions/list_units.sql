-- Organisations that a request may be dispatched to, or that may judge an answer: the promoter of its dig first, then by kind and name.
select o.district_code, o.id, o.kind, o.name_zh, o.name_en, o.id = :promoter_id::uuid as "is_promoter!"
  from organisation o
 where o.district_code = :district_code and o.kind::text = any (:kinds::text[])
 order by o.id = :promoter_id::uuid desc nulls last, o.kind, o.name_zh collate "C", o.id
 limit 500
